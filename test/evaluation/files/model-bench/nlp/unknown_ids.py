"""Private and little-known checkpoints."""
import os

from peft import PeftModel
from sentence_transformers import CrossEncoder, SentenceTransformer
from transformers import AutoModel, AutoModelForTokenClassification, pipeline
from vllm import LLM

enc = SentenceTransformer("quaywall/tidal-embed-m")
rank = CrossEncoder(model_name="quaywall/tidal-rerank-s")
ner = AutoModelForTokenClassification.from_pretrained("ottersea/vessel-ner", token=os.environ["HF_TOKEN"])
gen = pipeline("text2text-generation", "ottersea/portmanteau-t5")
big = LLM("quaywall/breakwater-34b-awq", quantization="awq")
lora = PeftModel.from_pretrained(ner, "ottersea/vessel-ner-lora-fr")
folder = AutoModel.from_pretrained("./checkpoints/vessel-ner")
parent = AutoModel.from_pretrained("../models/latest")
absolute = AutoModel.from_pretrained("/opt/models/vessel-ner")
