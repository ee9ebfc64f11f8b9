OllamaContainer ollama = new OllamaContainer("ollama/ollama:0.1.26");
new OllamaContainer(DockerImageName.parse("ollama/ollama:latest"));
var c = new GenericContainer<>("chromadb/chroma:0.4");
