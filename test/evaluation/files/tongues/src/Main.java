import dev.langchain4j.model.openai.OpenAiChatModel;
import static dev.langchain4j.model.openai.OpenAiChatModelName.GPT_4_O_MINI;
public class Main {
  /** Default model: {@code gpt-4o-mini}; see https://huggingface.co/BAAI/bge-m3. */
  private static final String EMBEDDER = "sentence-transformers/all-MiniLM-L6-v2";
  @Value("${app.llm.model:gpt-4o}") String model;
  @ConfigProperty(name = "chat.model", defaultValue = "llama3.1:8b") String local;
  OpenAiChatModel m = OpenAiChatModel.builder().apiKey(key).modelName("gpt-4.1-mini").build();
  ChatLanguageModel o = OllamaChatModel.builder().baseUrl(url).modelName("mistral").build();
  var opts = OpenAiChatOptions.builder().model("gpt-4o").temperature(0.1).build();
  var b = BedrockRuntimeClient.create().invokeModel(r -> r.modelId("anthropic.claude-3-5-sonnet-20240620-v1:0").body(x));
  Criteria<String, float[]> c = Criteria.builder().optModelUrls("djl://ai.djl.huggingface.pytorch/sentence-transformers/all-MiniLM-L6-v2").build();
  HuggingFaceTokenizer t = HuggingFaceTokenizer.newInstance("bert-base-cased");
  OnnxEmbeddingModel e = new OnnxEmbeddingModel(Path.of("models/bge-small-en-v1.5.onnx"), x);
  String contentType = "application/json"; String path = "src/main/resources"; String img = "ollama/ollama:latest";
  var map = Map.of("gpt-4o", 128000, "claude-3-opus-20240229", 200000);
  switch (model) { case "gpt-4-turbo" -> 1; case "o3-mini" -> 2; }
  new OllamaContainer("ollama/ollama:0.1.32").execInContainer("ollama", "pull", "tinyllama");
}
