from modelscope import AutoModelForCausalLM, AutoTokenizer
tok = AutoTokenizer.from_pretrained("qwen/Qwen2-7B-Instruct")
