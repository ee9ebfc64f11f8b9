import kagglehub
import keras_hub
import tensorflow_hub as hub

path = kagglehub.model_download("google/gemma-2/transformers/gemma-2-2b-it/2")
gemma = keras_hub.models.GemmaCausalLM.from_preset("gemma2_instruct_2b_en")
bert = keras_hub.models.BertTextClassifier.from_preset("kaggle://keras/bert/keras/bert_base_en_uncased/2", num_classes=2)
llama = keras_hub.models.Llama3CausalLM.from_preset("hf://meta-llama/Llama-3.2-1B")
use = hub.load("https://tfhub.dev/google/universal-sentence-encoder/4")
yamnet = hub.load("https://www.kaggle.com/models/google/yamnet/tensorFlow2/yamnet/1")
competition = kagglehub.competition_download("titanic")
data = kagglehub.dataset_download("uciml/iris")
