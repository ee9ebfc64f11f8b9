from transformers import AutoModelForCausalLM, AutoModelForSpeechSeq2Seq, AutoProcessor, pipeline
from huggingface_hub import InferenceClient

phi = AutoModelForCausalLM.from_pretrained(
    "microsoft/Phi-3-mini-4k-instruct",
    revision="0a67737cc96d2554230f90338b163bc6380a2a85",
    trust_remote_code=True,
)
asr = AutoModelForSpeechSeq2Seq.from_pretrained(pretrained_model_name_or_path="openai/whisper-large-v3-turbo")
client = InferenceClient("HuggingFaceTB/SmolLM2-1.7B-Instruct")
summ = pipeline(task="summarization", model="sshleifer/distilbart-cnn-12-6", tokenizer="sshleifer/distilbart-cnn-12-6")
qa = pipeline("question-answering", "deepset/roberta-base-squad2")
unknown = pipeline("text-generation", model="northwind-labs/tern-7b-chat", device_map="auto")
default = pipeline("sentiment-analysis")
