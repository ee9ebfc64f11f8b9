locals {
  image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-tgi-inference:2.3.0-tgi2.2.0-gpu-py310-cu121-ubuntu22.04-v2.0"
}

resource "aws_sagemaker_model" "llm" {
  name               = "llm"
  execution_role_arn = aws_iam_role.sm.arn
  primary_container {
    image = local.image
    environment = {
      HF_MODEL_ID     = "mistralai/Mixtral-8x7B-Instruct-v0.1"
      SM_NUM_GPUS     = "4"
      MAX_INPUT_TOKENS = "4096"
      HF_TASK         = "text-generation"
    }
  }
}

variable "models" {
  type = map(string)
  default = {
    small = "Qwen/Qwen2.5-3B-Instruct"
    large = "Qwen/Qwen2.5-72B-Instruct"
  }
}
