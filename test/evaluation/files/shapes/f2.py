import fal_client
r = fal_client.subscribe("fal-ai/flux/dev", arguments={})
h = fal_client.submit("fal-ai/kling-video/v1/standard/text-to-video", arguments={})
from flashrank import Ranker, RerankRequest
ranker = Ranker(model_name="ms-marco-MiniLM-L-12-v2", cache_dir="/opt")
r2 = Ranker(model_name="rank-T5-flan")
from fastembed import TextEmbedding, SparseTextEmbedding
e = TextEmbedding("BAAI/bge-small-en-v1.5")
e3 = TextEmbedding(model_name="acme/embed-thing")
s = SparseTextEmbedding(model_name="Qdrant/bm25")
import gradio as gr
gr.load("models/acme/gpt-thing").launch()
gr.load("huggingface/acme/gpt-other").launch()
gr.Interface.load("huggingface/EleutherAI/gpt-j-6B")
gr.load("spaces/acme/thing")
gr.load("acme/gpt-third", src="models")
gr.load("acme/space", src="spaces")
from torchvision.models import get_model
m = get_model("vit_b_16", weights="DEFAULT")
m = torchvision.models.get_model("resnet50", weights=None)
