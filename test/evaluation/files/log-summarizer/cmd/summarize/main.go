package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
	"github.com/ollama/ollama/api"
	openai "github.com/sashabaranov/go-openai"
	"github.com/tmc/langchaingo/llms/ollama"
)

const (
	defaultModel   = "llama3.2:3b"
	embeddingModel = "text-embedding-ada-002"
)

var contextSizes = map[string]int{
	"qwen3:4b":           32768,
	"gemma3:12b":         131072,
	"phi4":               16384,
	"codellama:13b":      16384,
	"mxbai-embed-large":  512,
}

func main() {
	model := flag.String("model", defaultModel, "Ollama model, e.g. mistral:7b")
	remote := flag.String("remote", "gpt-4o-mini", "OpenAI model used with -cloud")
	flag.Parse()

	llm, err := ollama.New(ollama.WithModel(*model))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Fprintln(os.Stderr, "ready", llm, *remote)

	_ = &api.ChatRequest{Model: "llama3.3"}
	_ = openai.ChatCompletionRequest{Model: openai.GPT4oMini}
	_ = &bedrockruntime.ConverseInput{ModelId: aws.String("us.anthropic.claude-sonnet-4-20250514-v1:0")}
	_ = context.Background()
}
