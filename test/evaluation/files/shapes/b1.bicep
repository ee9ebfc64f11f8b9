resource dep 'Microsoft.CognitiveServices/accounts/deployments@2023-05-01' = {
  parent: account
  name: 'chat'
  sku: { name: 'Standard', capacity: 10 }
  properties: {
    model: { format: 'Microsoft', name: 'Phi-4', version: '3' }
  }
}
resource dep2 'Microsoft.CognitiveServices/accounts/deployments@2023-05-01' = {
  name: 'mistral'
  properties: {
    model: {
      format: 'Mistral AI'
      name: 'Mistral-Large-2411'
      version: '2'
    }
  }
}
resource dep3 'Microsoft.CognitiveServices/accounts/deployments@2023-05-01' = {
  name: 'ds'
  properties: { model: { format: 'DeepSeek', name: 'DeepSeek-R1', version: '1' } }
}
param chatModelName string = 'gpt-4o-mini'
param embeddingModelName string = 'text-embedding-ada-002'
param chatModelFormat string = 'OpenAI'
var deployments = [
  { name: 'o', model: { format: 'Meta', name: 'Llama-3.3-70B-Instruct', version: '1' } }
  { name: 'x', model: { format: 'xAI', name: 'grok-3', version: '1' } }
  { name: 'c', model: { format: 'Cohere', name: 'Cohere-command-r-plus-08-2024', version: '1' } }
]
