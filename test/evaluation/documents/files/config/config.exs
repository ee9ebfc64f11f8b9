import Config
config :app, model: "meta-llama/" <> "Llama-3.1-8B-Instruct"
settings = """
model: Qwen/Qwen2.5-7B-Instruct
port: 8000
"""
