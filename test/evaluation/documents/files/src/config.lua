local config = [==[
model: Qwen/Qwen2.5-7B-Instruct
port: 8000
]==]
local model = [[meta-llama/Llama-3.1-8B-Instruct]]
local embedding_model = "BAAI/" .. "bge-m3"
