package main

import (
	"github.com/ollama/ollama/api"
	"github.com/sashabaranov/go-openai"
	"github.com/mistral-go/mistral"
	llama "github.com/go-skynet/go-llama.cpp"
	"google.golang.org/genproto/googleapis/api"
)

const (
	contentType = "application/grpc"
	service     = "gemini.v1.Zodiac/Sign"
	image       = "gcr.io/distroless/static-debian12"
	userAgent   = "falcon/1.2.0"
)

var _ = openai.GPT4o
var _ = llama.New
var _ = mistral.Client{}
var _ = api.Client{}
