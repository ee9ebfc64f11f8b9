#!/bin/bash
set -euo pipefail
git clone https://github.com/ggerganov/llama.cpp && cd llama.cpp
git checkout -b feature/qwen-support origin/master
cmake -B build -DGGML_CUDA=ON && cmake --build build --target llama-server
docker run --rm -it -p 11434:11434 -v ollama:/root/.ollama ollama/ollama
ollama serve &
ollama list
ollama --version
pip install -U openai/ 2>/dev/null || pip install mistralai anthropic google-genai
kubectl rollout status deploy/llama-gateway -n inference
scp build/bin/llama-server titan:/opt/llama/bin/
ssh falcon 'systemctl restart gemini-proxy'
tar czf "backup/$(date +%Y/%m-%d).tgz" ./data
