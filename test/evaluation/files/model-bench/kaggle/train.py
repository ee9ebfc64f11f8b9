import kagglehub
import keras_nlp
import tensorflow_hub as hub

gemma_path = kagglehub.model_download("keras/gemma/keras/gemma_2b_en")
whisper = keras_nlp.models.WhisperBackbone.from_preset("whisper_tiny_en")
deberta = keras_nlp.models.DebertaV3Classifier.from_preset(
    "deberta_v3_extra_small_en",
    num_classes=3,
)
elmo = hub.Module("https://tfhub.dev/google/elmo/3")
path = kagglehub.model_download(handle="mistral-ai/mistral/pyTorch/7b-instruct-v0.3-hf/1")
