{:ok, info} = Bumblebee.load_model({:hf, "openai/whisper-tiny"})
repo = {:hf, "acme/bert-thing"}
OpenAI.chat_completion(model: "gpt-4o", messages: [])
llm = ChatOpenAI.new!(%{model: "gpt-4-turbo"})
@model "claude-3-opus-20240229"
Ollama.completion(client, model: "llama2", prompt: "x")
config :app, embedding: "BAAI/bge-small-en-v1.5"
