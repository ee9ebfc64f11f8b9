import litellm
from litellm import Router, completion

FALLBACKS = [{"gpt-4o": ["anthropic/claude-3-5-haiku-20241022", "groq/llama-3.1-8b-instant"]}]


def ask(prompt: str, model: str = "gemini/gemini-2.5-flash"):
    return completion(model=model, messages=[{"role": "user", "content": prompt}], fallbacks=FALLBACKS)


def via_bedrock(prompt):
    return completion(
        model="bedrock/anthropic.claude-3-sonnet-20240229-v1:0",
        messages=[{"role": "user", "content": prompt}],
        aws_region_name="us-east-1",
    )


def via_azure(prompt):
    return completion(model="azure/gpt-4o-mini", messages=[{"role": "user", "content": prompt}], api_version="2024-10-21")


router = Router(
    model_list=[
        {"model_name": "default", "litellm_params": {"model": "together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo"}},
        {"model_name": "default", "litellm_params": {"model": "fireworks_ai/accounts/fireworks/models/deepseek-v3"}},
        {"model_name": "local", "litellm_params": {"model": "ollama_chat/llama3.1:8b", "api_base": "http://localhost:11434"}},
        {"model_name": "hf", "litellm_params": {"model": "huggingface/HuggingFaceH4/zephyr-7b-beta"}},
        {"model_name": "router", "litellm_params": {"model": "openrouter/deepseek/deepseek-r1:free"}},
    ]
)
