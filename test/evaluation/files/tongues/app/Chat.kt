val chat = OpenAI(token).chatCompletion(ChatCompletionRequest(model = ModelId("gpt-4o"), messages = listOf()))
private const val MODEL = "gemini-1.5-flash"
val generative = GenerativeModel(modelName = "gemini-1.5-flash-001", apiKey = BuildConfig.KEY)
val llm = LlmInference.createFromOptions(ctx, options.setModelPath("/data/local/tmp/llm/gemma-2b-it-cpu-int4.bin").build())
enum class Models(val id: String) { SMALL("llama3.2:1b"), LARGE("llama3.1:70b"); }
data class Config(val model: String = "claude-3-5-haiku-latest", val embed: String = "nomic-embed-text")
// downloads google/gemma-2b-it at first start
implementation("dev.langchain4j:langchain4j-open-ai:0.36.2")
