#!/usr/bin/env bash
# Keep the box's models fresh. Runs from cron every Sunday.
set -euo pipefail

MODELS=(
  "llama3.1:8b"
  "qwen2.5-coder:32b"
  nomic-embed-text
  deepseek-r1:14b
)
for m in "${MODELS[@]}"; do
  ollama pull "$m"
done

ollama rm llama2:13b || true
ollama cp llama3.1:8b house-assistant
docker exec -it ollama ollama pull gemma3:27b
ollama pull hf.co/bartowski/Qwen2.5-7B-Instruct-GGUF:Q4_K_M
curl -s http://localhost:11434/api/generate -d '{"model":"llama3.1:8b","prompt":"ping","stream":false}' | jq -r .response
test -d /var/lib/ollama/models || mkdir -p /var/lib/ollama/models
rsync -a nas:/volume1/backup/ /mnt/backup/
