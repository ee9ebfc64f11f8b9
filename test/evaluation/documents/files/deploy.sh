#!/bin/bash
set -eu
cat > config.yaml <<EOF
model: meta-llama/Llama-3.1-8B-Instruct
port: 8000
EOF
kubectl apply -f - <<'EOF'
apiVersion: v1
kind: ConfigMap
metadata:
  name: llm
data:
  MODEL_ID: Qwen/Qwen2.5-7B-Instruct
EOF
python3 - <<PY
from transformers import AutoModel
AutoModel.from_pretrained("mistralai/Mistral-7B-Instruct-v0.3")
PY
sudo tee /etc/llm.env <<EOF
EMBEDDING_MODEL=BAAI/bge-m3
EOF
ssh gpu <<'REMOTE'
ollama pull llama3.1:8b
REMOTE
cat <<EOF
We do not serve Qwen/Qwen2.5-7B-Instruct any more.
EOF
