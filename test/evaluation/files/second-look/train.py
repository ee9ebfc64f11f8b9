"""Trains the student and writes its card."""
import replicate
from funasr import AutoModel

CARD = """
---
license: mit
base_model: quillworks/Inkwell_V4.0
---
"""

sdxl = replicate.models.get("harbourline/empty-canvas")
job = replicate.trainings.create(version="stability-ai/sdxl:39ed52f2a78e934b3ba6e2a89f5b1c712de7dfea535525255b1aa35c5565e08b", input={})
asr = AutoModel(model="paraformer-zh", vad_model="fsmn-vad", punc_model="ct-punc")
_MODELS = {
    "ViT-B-16": ("chinese-clip-vit-base-patch16", "clip_cn_vit-b-16.pt"),
}
options = PictureOptions.from_preset("granite_docling")
