module github.com/harborline/mistral-proxy

go 1.23

require (
	github.com/anthropics/anthropic-sdk-go v0.2.0-alpha.8
	github.com/ollama/ollama v0.5.4
	github.com/openai/openai-go v0.1.0-alpha.41
)
