package main
import "github.com/sashabaranov/go-openai"
const (
	defaultModel = "gpt-4o-mini"
	embedModel   = "text-embedding-3-large"
)
var contextSizes = map[string]int{"gpt-4": 8192, "claude-3-haiku-20240307": 200000, "mixtral-8x7b-32768": 32768}
func run() {
	llm, err := ollama.New(ollama.WithModel("llama3.2"))
	llm2, _ := openai.New(openai.WithModel("gpt-4-turbo"), openai.WithEmbeddingModel("text-embedding-ada-002"))
	req := openai.ChatCompletionRequest{Model: "gpt-3.5-turbo"}
	out, _ := client.InvokeModel(ctx, &bedrockruntime.InvokeModelInput{ModelId: aws.String("amazon.titan-embed-text-v2:0")})
	model := genaiClient.GenerativeModel("gemini-1.5-pro")
	flag.StringVar(&name, "model", "qwen2.5:7b", "model to use")
	fmt.Println("using image ollama/ollama and path internal/llama")
	// pulls TheBloke/Mistral-7B-Instruct-v0.2-GGUF from the Hub
	cmd := exec.Command("ollama", "run", "gemma2:2b")
	url := "https://huggingface.co/ggml-org/gemma-3-4b-it-GGUF/resolve/main/gemma-3-4b-it-Q4_K_M.gguf"
}
