import argparse
from dataclasses import dataclass, field

from datasets import load_dataset
from transformers import AutoModelForCausalLM, AutoTokenizer, HfArgumentParser, TrainingArguments
from trl import SFTTrainer
from peft import LoraConfig


@dataclass
class ModelArguments:
    model_name_or_path: str = field(default="Qwen/Qwen2.5-1.5B-Instruct", metadata={"help": "base checkpoint"})
    tokenizer_name: str | None = None
    use_flash: bool = False


@dataclass
class DataArguments:
    dataset_name: str = field(default="HuggingFaceH4/ultrachat_200k")
    max_seq_length: int = 2048


def main():
    parser = HfArgumentParser((ModelArguments, DataArguments, TrainingArguments))
    margs, dargs, targs = parser.parse_args_into_dataclasses()
    tokenizer = AutoTokenizer.from_pretrained(margs.tokenizer_name or margs.model_name_or_path)
    model = AutoModelForCausalLM.from_pretrained(
        margs.model_name_or_path,
        attn_implementation="flash_attention_2" if margs.use_flash else "sdpa",
    )
    ds = load_dataset(dargs.dataset_name, split="train_sft")
    # was: mistralai/Mistral-7B-v0.1, too slow on the A10s
    lora = LoraConfig(r=16, lora_alpha=32, target_modules=["q_proj", "k_proj", "v_proj", "o_proj"], task_type="CAUSAL_LM")
    SFTTrainer(model=model, args=targs, train_dataset=ds, peft_config=lora, processing_class=tokenizer).train()


if __name__ == "__main__":
    main()
