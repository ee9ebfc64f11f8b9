& ollama run llama3.2:3b
& "ollama" pull mistral
Start-Process ollama -ArgumentList "run qwen3:8b"
Start-Process -FilePath "ollama" -ArgumentList "pull", "gemma3"
Start-Process ollama -ArgumentList @("run", "phi3")
& 'C:\Program Files\Ollama\ollama.exe' run llama3.1
ollama.exe pull nomic-embed-text
$model = "llama3.2"
Invoke-Expression "ollama run mistral-nemo"
$body = @{ model = "gpt-4o"; messages = @() } | ConvertTo-Json
if ($x) { ollama pull gemma2:2b }
