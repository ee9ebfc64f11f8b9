using OllamaSharp;

var ollama = new OllamaApiClient(new Uri("http://localhost:11434"), "llama3.1:8b");
