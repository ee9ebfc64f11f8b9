using Transformers, OllamaModels
msg = aigenerate("Say hi"; model = "gpt-4o-mini")
const DEFAULT = "llama3.1:8b"
textenc, model = hgf"gpt2"
tok = HuggingFace.load_tokenizer("bert-base-cased")
m = load_model("google/flan-t5-small")
