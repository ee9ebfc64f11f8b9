param([string]$Chat = "gpt-4.1")
$deployments = @(
  @{ Name = "gpt-4o-mini"; Model = "gpt-4o-mini"; Version = "2024-07-18" },
  @{ Name = "embed"; Model = "text-embedding-3-large"; Version = "1" }
)
az cognitiveservices account deployment create -n bench -g rg-bench --deployment-name chat --model-name gpt-35-turbo --model-version "0125" --model-format OpenAI
$env:AZURE_OPENAI_DEPLOYMENT_NAME = "gpt-4"
$uri = "https://bench.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21"
foundry model run phi-3.5-mini
