using Azure.AI.OpenAI;
using LLama;
using LLama.Common;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntimeGenAI;
using Microsoft.SemanticKernel;
using OllamaSharp;

var builder = Kernel.CreateBuilder();
builder.AddOpenAIChatCompletion(modelId: "gpt-4o", apiKey: Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);
builder.AddAzureOpenAIChatCompletion(deploymentName: "gpt-35-turbo", endpoint: endpoint, apiKey: key);
builder.AddHuggingFaceTextEmbeddingGeneration("BAAI/bge-large-en-v1.5");

IChatClient local = new OllamaApiClient(new Uri("http://localhost:11434"), "phi4-mini");

var parameters = new ModelParams(@"C:\models\Mistral-7B-Instruct-v0.3.Q4_K_M.gguf") { ContextSize = 4096 };
using var weights = LLamaWeights.LoadFromFile(parameters);

/// <summary>
/// ONNX build of <c>microsoft/Phi-3-mini-4k-instruct-onnx</c>, copied next to the exe.
/// </summary>
using var onnx = new Model(Path.Combine(AppContext.BaseDirectory, "cpu-int4-rtn-block-32"));

Console.WriteLine($"Using {config["Model"] ?? "gpt-4o-mini"}");
