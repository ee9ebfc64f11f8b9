config <- r"(
model: Qwen/Qwen2.5-7B-Instruct
port: 8000
)"
model <- r"---(meta-llama/Llama-3.1-8B-Instruct)---"
system("ollama pull llama3.1:8b")
