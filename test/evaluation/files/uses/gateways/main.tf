resource "azurerm_cognitive_deployment" "chat" {
  name = "chat"
  model {
    format  = "OpenAI"
    name    = "gpt-4o"
    version = "2024-08-06"
  }
}

resource "aws_bedrock_guardrail" "none" {}

variable "embedding_model" {
  default = "amazon.titan-embed-text-v2:0"
}
