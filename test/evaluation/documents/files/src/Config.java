class Config {
  static final String MODEL = """
      meta-llama/Llama-3.1-8B-Instruct
      """;
  static final String CONFIG = """
      server:
        port: 8000
      model: Qwen/Qwen2.5-7B-Instruct
      """;
  /** Not mistralai/Mistral-7B-Instruct-v0.3. */
  static final String EMBEDDING_MODEL = "BAAI/" + "bge-m3";
}
