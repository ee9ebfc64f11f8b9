<#
.SYNOPSIS
Pulls the models the team needs and starts a server with one of them.
.EXAMPLE
.\Start-Models.ps1 -Model phi4:14b
#>
param(
    [string]$Model = "phi4",
    [string]$Embed = 'snowflake-arctic-embed:335m',
    [switch]$Cloud
)

$body = @{ model = $Model; prompt = "hello"; stream = $false } | ConvertTo-Json
ollama pull $Model
ollama pull llava:7b
if ($Cloud) {
    $env:OPENAI_MODEL = "gpt-4o"
    Invoke-RestMethod -Uri "https://api.openai.com/v1/embeddings" -Method Post -Body '{"model":"text-embedding-3-small","input":"hi"}' -ContentType "application/json"
}
Start-Process -FilePath ".\llama-server.exe" -ArgumentList "-m", "D:\models\Qwen2.5-7B-Instruct-Q5_K_M.gguf", "--port", "8080"
az cognitiveservices account deployment create --deployment-name gpt-4o-mini --model-name gpt-4o-mini --model-version "2024-07-18" --model-format OpenAI
