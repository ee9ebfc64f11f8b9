import subprocess
import yaml

CONFIG = yaml.safe_load("""
model: Qwen/Qwen2.5-7B-Instruct
port: 8000
""")
MODEL = """
meta-llama/Llama-3.1-8B-Instruct
"""
EMBEDDING_MODEL = ("BAAI/"
                   "bge-m3")
PROMPT = """
You are a helper. You are not mistralai/Mistral-7B-Instruct-v0.3.
Answer in one sentence.
"""
subprocess.run("ollama pull llama3.1:8b", shell=True, check=True)
subprocess.run(["bash", "-lc", "vllm serve Qwen/Qwen2.5-7B-Instruct"])
