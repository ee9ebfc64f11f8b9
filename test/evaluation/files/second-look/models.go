package main

const (
	modelNamespace = "ai"
	modelName      = "gemma3-qat"
	modelTag       = "latest"
)
