const CONFIG = """
model: Qwen/Qwen2.5-7B-Instruct
port: 8000
"""
const MODEL = """meta-llama/Llama-3.1-8B-Instruct"""
