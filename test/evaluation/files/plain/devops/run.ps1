$images = @("mcr.microsoft.com/dotnet/sdk:9.0", "redis/redis-stack:7.4.0-v1")
foreach ($i in $images) { docker pull $i }
Install-Module -Name Az.CognitiveServices -Scope CurrentUser
Set-Location C:\src\claude\tools
Get-ChildItem -Path .\models -Filter *.gguf | Remove-Item -Confirm
dotnet add package Microsoft.SemanticKernel.Connectors.MistralAI --prerelease
