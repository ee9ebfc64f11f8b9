using Transformers, Transformers.HuggingFace
using OpenAI, PromptingTools

const PT = PromptingTools
# bert-base-uncased works as well
textenc, model = hgf"distilbert-base-cased"

bert = HuggingFace.load_model("cardiffnlp/twitter-roberta-base-sentiment-latest", "ForSequenceClassification")
reply = aigenerate("Say hi"; model = "llama-3.1-8b-instant")
r = create_chat(ENV["OPENAI_API_KEY"], "gpt-4o-mini", [Dict("role" => "user", "content" => "hi")])
ratio = 22/7
