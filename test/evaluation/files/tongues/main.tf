variable "model_id" {
  type    = string
  default = "anthropic.claude-3-sonnet-20240229-v1:0"
}
resource "aws_bedrockagent_agent" "a" {
  foundation_model = "amazon.nova-pro-v1:0"
}
locals {
  models = ["gpt-4o", "text-embedding-3-large"]
  arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"
}
resource "aws_sagemaker_model" "hf" {
  primary_container {
    image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.0"
    environment = { HF_MODEL_ID = "google/flan-t5-xl", HF_TASK = "text2text-generation" }
  }
}
resource "google_vertex_ai_endpoint" "e" { display_name = "gemma-endpoint" }
