CONFIG = YAML.load(<<~YAML)
  model: Qwen/Qwen2.5-7B-Instruct
  port: 8000
YAML
system("ollama pull llama3.1:8b")
MODEL = <<~NAME.strip
  meta-llama/Llama-3.1-8B-Instruct
NAME
NOTICE = <<~TEXT
  We moved away from mistralai/Mistral-7B-Instruct-v0.3 in May.
TEXT
