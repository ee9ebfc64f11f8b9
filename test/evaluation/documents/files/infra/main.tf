resource "aws_instance" "gpu" {
  user_data = <<-EOT
    #!/bin/bash
    export HF_HOME=/data
    vllm serve mistralai/Mistral-7B-Instruct-v0.3
  EOT
}

resource "kubernetes_config_map" "llm" {
  data = {
    "config.yaml" = <<-YAML
      model: meta-llama/Llama-3.1-8B-Instruct
      port: 8000
    YAML
  }
}

variable "model" {
  default = <<-EOT
    Qwen/Qwen2.5-7B-Instruct
  EOT
}

resource "null_resource" "pull" {
  provisioner "remote-exec" {
    inline = ["ollama pull llama3.1:8b"]
  }
}
