library(ellmer)
chat <- chat_openai(model = "gpt-4o-mini")
chat <- chat_ollama(model = "llama3.2")
emb <- text::textEmbed("hello", model = "bert-base-uncased")
model <- transformers$AutoModel$from_pretrained("distilbert-base-uncased")
m <- hfhub::hub_download("gpt2", "config.json")
generate("mistral:7b", "why", stream = TRUE)  # ollamar
#' Uses `claude-3-7-sonnet-latest`.
df <- read.csv("data/cars/model.csv")
spacyr::spacy_initialize(model = "de_core_news_sm")
