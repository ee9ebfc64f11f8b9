var builder = Kernel.CreateBuilder();
builder.AddAzureOpenAIChatCompletion("gpt-4o", endpoint, key);
builder.AddOllamaChatCompletion("phi3.5", new Uri("http://localhost:11434"));
IChatClient client = new OllamaChatClient(new Uri("http://localhost:11434/"), "llama3.1");
var chat = new OpenAIClient(key).GetChatClient("gpt-4o-mini");
var emb = new OpenAIClient(key).GetEmbeddingClient("text-embedding-3-small");
var o = new ChatOptions { ModelId = "claude-3-7-sonnet-20250219" };
const string Model = @"C:\models\Meta-Llama-3-8B-Instruct.Q4_K_M.gguf";
var parameters = new ModelParams(modelPath) { ContextSize = 1024 };
/// <summary>Uses <c>text-embedding-ada-002</c> by default.</summary>
[DefaultValue("gpt-35-turbo")] public string Deployment { get; set; } = "gpt-35-turbo";
string ns = "Microsoft.SemanticKernel/Connectors"; string mime = "text/event-stream";
var modelId = config["Model"] ?? "gpt-4.1";
