client = OpenAI::Client.new
client.chat(parameters: { model: "gpt-4o", messages: [] })
client.embeddings(parameters: { model: 'text-embedding-ada-002', input: "x" })
MODEL = ENV.fetch("LLM_MODEL", "claude-3-5-sonnet-latest")
llm = Langchain::LLM::Ollama.new(url: "x", default_options: { chat_model: "llama3.1:8b", embedding_model: "nomic-embed-text" })
MODELS = %w[gpt-4o gpt-4o-mini gemini-1.5-pro].freeze
chat = RubyLLM.chat(model: 'gemini-2.0-flash')
informers = Informers.pipeline("embedding", "sentence-transformers/all-MiniLM-L6-v2")
model = Informers::Model.new("mixedbread-ai/mxbai-rerank-base-v1")
# see openai/clip-vit-base-patch32
require "faker/music"
validates :model, inclusion: { in: %w[sedan suv] }
