vllm serve Qwen/Qwen3-14B --port 8000 --max-model-len 8192
