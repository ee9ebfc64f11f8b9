package main

import (
	"context"

	"github.com/ollama/ollama/api"
)

var wanted = []string{
	"qwen2.5-coder:7b",
	"nomic-embed-text:v1.5",
}

func chat(ctx context.Context, c *api.Client) error {
	return c.Chat(ctx, &api.ChatRequest{Model: "llama3.2:3b"}, nil)
}
