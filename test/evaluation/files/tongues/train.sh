#!/bin/bash
MODEL=${1:-Qwen/Qwen2.5-0.5B}
export BASE_MODEL="meta-llama/Llama-2-7b-hf"
accelerate launch train.py --model_name_or_path EleutherAI/gpt-neo-125m --dataset_name wikitext/x --output_dir out/llama-7b
python -m vllm.entrypoints.openai.api_server --model "TheBloke/Mistral-7B-AWQ" --quantization awq
for m in gpt-4o claude-3-opus-20240229; do echo $m; done
llm -m gpt-4o-mini "hi"
curl -X POST $URL/api/generate -d '{"model": "llama3", "prompt": "x"}'
torchrun --nproc 8 main.py model.name=google/gemma-2-2b data=allenai/c4
lm_eval --model hf --model_args pretrained=EleutherAI/pythia-160m,dtype=float --tasks hellaswag
mlx_lm.generate --model mlx-community/Mistral-7B-Instruct-v0.3-4bit --prompt x
text-generation-launcher --model-id bigscience/bloom-560m
llama-server -hf ggml-org/gemma-3-1b-it-GGUF
aider --model openrouter/anthropic/claude-3.5-sonnet
trtllm-build --checkpoint_dir ./ckpt/llama-7b
git clone https://github.com/meta-llama/llama
