from unsloth import FastLanguageModel, is_bfloat16_supported
from trl import SFTConfig, SFTTrainer
from datasets import load_dataset

fourbit_models = [
    "unsloth/Meta-Llama-3.1-8B-bnb-4bit",
    "unsloth/mistral-7b-v0.3-bnb-4bit",
    "unsloth/Phi-3.5-mini-instruct",
    "unsloth/gemma-2-9b-bnb-4bit",
]  # More models at https://huggingface.co/unsloth

model, tokenizer = FastLanguageModel.from_pretrained(
    model_name="unsloth/Llama-3.2-1B-Instruct",
    max_seq_length=2048,
    load_in_4bit=True,
)
dataset = load_dataset("yahma/alpaca-cleaned", split="train")
model.save_pretrained_gguf("model", tokenizer, quantization_method="q4_k_m")
model.push_to_hub_merged("brightwell/triage-1b", tokenizer, save_method="merged_16bit")
