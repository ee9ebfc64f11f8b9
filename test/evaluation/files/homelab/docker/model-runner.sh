docker model pull ai/smollm2:360M-Q4_K_M
docker model run ai/gemma3 "Say hi"
docker model run hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF
docker pull redis:7-alpine
curl http://localhost:12434/engines/llama.cpp/v1/chat/completions -H "Content-Type: application/json" -d '{
    "model": "ai/qwen3:0.6B-F16",
    "messages": [{"role": "user", "content": "hello"}]
  }'
