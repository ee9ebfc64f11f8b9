param location string = resourceGroup().location
@description('Chat deployment, for example gpt-4.1')
param chatModelName string = 'gpt-4o-mini'
param embeddingModelName string = 'text-embedding-3-small'

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'oai-${uniqueString(resourceGroup().id)}'
  location: location
  kind: 'OpenAI'
  sku: { name: 'S0' }
}

resource phi 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {
  parent: account
  name: 'phi'
  properties: { model: { format: 'Microsoft', name: 'Phi-4', version: '7' } }
}
