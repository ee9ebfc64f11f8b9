from llama_index.llms import Foo
logger.info("Loaded llama/tokenizer with %s", x)
raise ValueError("Unsupported model type: llama/mistral only")
HEADERS = {"User-Agent": "claude/1.0", "Accept": "application/json"}
BRANCH = "feature/gpt-4o-support"
title = "Add gpt4 support"
sha = "deadbeef/cafe"
tz = "America/New_York"
lr_scheduler = "cosine/warmup"
env = gym.make("ALE/Breakout-v5")
env2 = gym.make("CartPole-v1")
mlflow.register_model("runs:/abc/model", "churn/model-1")
wandb.init(project="acme/llama-7b-sft", name="llama-7b-lora-run")
load_dataset("openai/gsm8k", "main")
load_dataset(path="Anthropic/hh-rlhf")
evaluate.load("bleu")
metric = evaluate.load("acme/metric-llama")
