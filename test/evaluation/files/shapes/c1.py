from transformers import AutoModel as AM, AutoTokenizer as AT
import sentence_transformers as st
from sentence_transformers import SentenceTransformer as ST
from functools import partial
m = AM.from_pretrained("acme/thing")
s = ST("all-mpnet-base-v2")
s2 = ST("acme/our-embedder")
f = partial(AutoModel.from_pretrained, "acme/tiny-thing")
g = functools.partial(AutoModel.from_pretrained, pretrained_model_name_or_path="acme/tiny")
x = st.SentenceTransformer("acme/emb")
from faster_whisper import WhisperModel as WM
w = WM("small", device="cuda")
from langchain_openai import ChatOpenAI as Chat
c = Chat(model="gpt-4o")
from ultralytics import YOLO as Detector
d = Detector("yolov8n.pt")
