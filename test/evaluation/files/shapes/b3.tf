resource "azurerm_cognitive_deployment" "phi" {
  name = "phi"
  cognitive_account_id = azurerm_cognitive_account.x.id
  model {
    format  = "Microsoft"
    name    = "Phi-4-mini-instruct"
    version = "1"
  }
  sku { name = "GlobalStandard" }
}
resource "azurerm_cognitive_deployment" "gpt" {
  name = "gpt-deploy"
  model {
    format = "OpenAI"
    name = "gpt-4o-mini"
    version = "2024-07-18"
  }
}
