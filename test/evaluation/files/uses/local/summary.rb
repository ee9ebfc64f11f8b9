require "ollama-ai"

client = Ollama.new(credentials: { address: "http://localhost:11434" })
client.chat({ model: "mistral:7b", messages: [{ role: "user", content: "hi" }] })
