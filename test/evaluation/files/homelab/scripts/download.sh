#!/bin/bash
huggingface-cli download TheBloke/CodeLlama-13B-Instruct-GGUF codellama-13b-instruct.Q5_K_M.gguf --local-dir models --local-dir-use-symlinks False
hf download meta-llama/Llama-3.2-11B-Vision-Instruct --exclude "original/*" --local-dir ./Llama-3.2-11B-Vision
hf download --repo-type dataset HuggingFaceFW/fineweb-edu --include "sample/10BT/*"
huggingface-cli download --repo-type model --revision v2.0 jinaai/jina-reranker-v2-base-multilingual
git lfs install && git clone https://huggingface.co/stabilityai/sd-turbo
GIT_LFS_SKIP_SMUDGE=1 git clone git@hf.co:mistralai/Ministral-8B-Instruct-2410
wget -q https://huggingface.co/lllyasviel/sd_control_collection/resolve/main/diffusers_xl_canny_mid.safetensors -O models/canny.safetensors
curl -LO "https://huggingface.co/city96/FLUX.1-dev-gguf/resolve/main/flux1-dev-Q4_0.gguf"
aria2c -x8 https://hf-mirror.com/Kijai/flux-fp8/resolve/main/flux1-dev-fp8.safetensors
modelscope download --model Qwen/Qwen2.5-VL-7B-Instruct --local_dir ./qwen
kaggle models instances versions download google/gemma-2/pyTorch/gemma-2-2b-it/1
python -m spacy download en_core_web_md
spacy download fr_core_news_sm
