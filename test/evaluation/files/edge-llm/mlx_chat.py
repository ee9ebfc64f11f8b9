from mlx_lm import generate, load
from mlx_vlm import load as load_vlm

model, tokenizer = load("mlx-community/Mistral-7B-Instruct-v0.3-4bit")
vlm, processor = load_vlm("mlx-community/Qwen2-VL-2B-Instruct-4bit")

prompt = tokenizer.apply_chat_template([{"role": "user", "content": "Hi"}], add_generation_prompt=True)
print(generate(model, tokenizer, prompt=prompt, max_tokens=64))
