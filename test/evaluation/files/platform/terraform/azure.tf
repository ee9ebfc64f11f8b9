resource "azurerm_cognitive_account" "openai" {
  name                = "oai-platform"
  kind                = "OpenAI"
  sku_name            = "S0"
  location            = "swedencentral"
  resource_group_name = azurerm_resource_group.main.name
}

resource "azurerm_cognitive_deployment" "chat" {
  name                 = "gpt-4o"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  model {
    format  = "OpenAI"
    name    = "gpt-4o"
    version = "2024-11-20"
  }
  sku { name = "GlobalStandard" }
}

resource "azurerm_cognitive_deployment" "embed" {
  name                 = "search-embeddings"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  model {
    format = "OpenAI"
    name   = "text-embedding-3-large"
  }
}
