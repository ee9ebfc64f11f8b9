#!/usr/bin/env python3
"""Merge our LoRA adapter into its base and push the result to the internal bucket."""
import argparse

from peft import AutoPeftModelForCausalLM, PeftModel
from transformers import AutoModelForCausalLM

p = argparse.ArgumentParser()
p.add_argument("--base", default="meta-llama/Llama-3.2-3B-Instruct", help="model the adapter was trained on")
p.add_argument("--adapter", default="harborline/ticket-router-lora", help="Hub id or a local folder")
p.add_argument("--out", default="./merged")
p.add_argument("--dtype", default="bfloat16", choices=["bfloat16", "float16", "float32"])
args = p.parse_args()

base = AutoModelForCausalLM.from_pretrained(args.base, torch_dtype=args.dtype)
model = PeftModel.from_pretrained(base, args.adapter)
model = model.merge_and_unload()
model.save_pretrained(args.out)
