#!/usr/bin/env bash
set -eu
export HF_HOME=/srv/hf
MODEL="${1:-Qwen/Qwen2.5-14B-Instruct-AWQ}"

vllm serve "$MODEL" --quantization awq --max-model-len 16384 &
python -m vllm.entrypoints.openai.api_server --model mistralai/Mistral-7B-Instruct-v0.3 --served-model-name mistral-7b --port 8001 &
python3 -m sglang.launch_server --model-path deepseek-ai/DeepSeek-R1-Distill-Qwen-7B --tp 2 &
text-embeddings-router --model-id BAAI/bge-large-en-v1.5 --revision refs/pr/5 --port 8080 &
lmdeploy serve api_server internlm/internlm2_5-7b-chat --server-port 23333 &
trtllm-serve nvidia/Llama-3.1-8B-Instruct-FP8 --host 0.0.0.0 &
wait
