#!/usr/bin/env bash
docker run --gpus all -e NGC_API_KEY -p 8000:8000 nvcr.io/nim/meta/llama-3.1-8b-instruct:1.3.3
curl https://integrate.api.nvidia.com/v1/chat/completions -H "Authorization: Bearer $NVIDIA_API_KEY" \
  -d '{"model": "nvidia/nemotron-4-340b-instruct", "messages": [{"role":"user","content":"hi"}]}'
curl https://api.together.xyz/v1/images/generations -d '{"model":"black-forest-labs/FLUX.1-schnell-Free","prompt":"a pier"}'
curl https://api.fireworks.ai/inference/v1/chat/completions -d '{"model":"accounts/fireworks/models/mixtral-8x22b-instruct","messages":[]}'
curl -X POST https://api.cloudflare.com/client/v4/accounts/$CF/ai/run/@cf/mistral/mistral-7b-instruct-v0.1 -d '{"prompt":"hi"}'
curl -X POST https://api.replicate.com/v1/models/meta/meta-llama-3-70b-instruct/predictions -d '{"input":{"prompt":"hi"}}'
curl https://openrouter.ai/api/v1/chat/completions -d '{"model":"google/gemma-3-27b-it:free","messages":[]}'
curl https://api.voyageai.com/v1/embeddings -d '{"input":["hi"],"model":"voyage-law-2"}'
curl https://api.deepseek.com/chat/completions -d '{"model":"deepseek-chat","messages":[],"stream":false}'
docker model pull ai/deepseek-r1-distill-llama:8B-Q4_K_M
docker model run ai/phi4:14B-Q4_0
