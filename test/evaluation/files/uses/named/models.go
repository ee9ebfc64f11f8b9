package models

// Model is a name that the service gives a model.
type Model string

const (
	GPT4Turbo0125   Model = "gpt-4-0125-preview"
	AdaEmbeddingV2  Model = "text-embedding-ada-002"
	Claude35Sonnet  Model = "claude-3-5-sonnet-20241022"
	Quick           Model = "gpt-4o-mini"
)

const defaultModel = "gpt-4o"
