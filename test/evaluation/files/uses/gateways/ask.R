library(ellmer)
chat <- chat_anthropic(model = "claude-sonnet-4-20250514")
near <- chat_ollama(model = "llama3.2")
