#!/bin/sh
exec llama-server \
  -hf ggml-org/Qwen2.5-Coder-7B-Q8_0-GGUF \
  --port 8012 -ngl 99 -fa -ub 1024 -b 1024 \
  --ctx-size 0 --cache-reuse 256

# alternatives
# llama-server -hf unsloth/Qwen3-8B-GGUF:Q4_K_XL --jinja
# llama-cli -m ~/models/mistral-7b-instruct-v0.2.Q4_K_M.gguf -p "Hello"
# llama-cli --hf-repo TheBloke/Mistral-7B-Instruct-v0.2-GGUF --hf-file mistral-7b-instruct-v0.2.Q4_K_M.gguf
