project        = "platform-prod"
region         = "europe-west4"
chat_model     = "gemini-2.0-flash-001"
embed_model    = "text-multilingual-embedding-002"
garden_model   = "publishers/meta/models/llama-3.1-405b-instruct-maas"
hf_model       = "google/gemma-2-27b-it"
labels         = { team = "ml/platform", tier = "gold" }
