from huggingface_hub import InferenceClient
from transformers import AutoModel, pipeline

client = InferenceClient("HuggingFaceH4/zephyr-7b-beta")
model = AutoModel.from_pretrained("openai/clip-vit-base-patch32")
asr = pipeline("automatic-speech-recognition", model="openai/whisper-tiny")
# once gpt2-medium was enough
