$config = @"
model: Qwen/Qwen2.5-7B-Instruct
port: 8000
"@
$env:MODEL_ID = 'meta-llama/Llama-3.1-8B-Instruct'
Set-Content server.env @'
HF_HOME=C:\data
MODEL_ID=mistralai/Mistral-7B-Instruct-v0.3
'@
