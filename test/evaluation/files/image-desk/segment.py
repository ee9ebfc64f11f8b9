import requests
import torch
from PIL import Image
from segment_anything import SamPredictor, sam_model_registry
from transformers import (
    CLIPModel,
    CLIPProcessor,
    OwlViTForObjectDetection,
    OwlViTProcessor,
    SegformerForSemanticSegmentation,
)
import open_clip

model, _, preprocess = open_clip.create_model_and_transforms("ViT-B-32", pretrained="laion2b_s34b_b79k")
big, _, _ = open_clip.create_model_and_transforms("hf-hub:laion/CLIP-ViT-H-14-laion2B-s32B-b79K")

clip = CLIPModel.from_pretrained("openai/clip-vit-base-patch32")
processor = CLIPProcessor.from_pretrained("openai/clip-vit-base-patch32")
owl = OwlViTForObjectDetection.from_pretrained("google/owlvit-base-patch32")
seg = SegformerForSemanticSegmentation.from_pretrained("nvidia/segformer-b0-finetuned-ade-512-512")

url = "http://images.example.org/val2017/000000039769.jpg"
image = Image.open(requests.get(url, stream=True, timeout=10).raw)
inputs = processor(text=["a photo of a cat", "a photo of a dog"], images=image, return_tensors="pt", padding=True)
