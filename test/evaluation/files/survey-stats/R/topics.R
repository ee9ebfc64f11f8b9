#' Topic labels for open answers
#'
#' Uses `sentence-transformers/paraphrase-MiniLM-L6-v2` through reticulate.
library(ellmer)
library(reticulate)
library(text)

embed_answers <- function(x, model = "sentence-transformers/paraphrase-MiniLM-L6-v2") {
  textEmbed(x, model = model, layers = -2)
}

ner <- text::textNER(answers, model = "dslim/bert-base-NER")
chat <- chat_openai(model = "gpt-4o", system_prompt = "Label the topic in two words.")
local <- chat_ollama(model = "llama3.2")
claude <- chat_anthropic(model = "claude-3-7-sonnet-latest")

transformers <- import("transformers")
pipe <- transformers$pipeline("fill-mask", model = "bert-base-multilingual-cased")
plot(y ~ x, data = mtcars, main = "yes/no")
