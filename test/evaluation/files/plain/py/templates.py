"""Chat templates by family name."""
from string import Template

TEMPLATES = {
    "chatml": "<|im_start|>{role}\n{content}<|im_end|>",
    "llama2": "[INST] {content} [/INST]",
    "llama3": "<|start_header_id|>{role}<|end_header_id|>",
    "mistral": "[INST]{content}[/INST]",
    "gemma": "<start_of_turn>{role}\n{content}<end_of_turn>",
    "phi3": "<|{role}|>\n{content}<|end|>",
    "vicuna_v1.1": "USER: {content} ASSISTANT:",
}
conv_template = "llama-3"
tool_call_parser = "hermes"
reasoning_parser = "deepseek_r1"
chat_template = "qwen2_vl"
attn = "varlen_llama3"
