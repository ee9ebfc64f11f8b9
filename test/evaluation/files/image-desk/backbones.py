import timm
import torch
from torch import nn


class Backbone(nn.Module):
    def __init__(self, name: str = "convnext_tiny.fb_in22k_ft_in1k", classes: int = 12):
        super().__init__()
        self.net = timm.create_model(name, pretrained=True, num_classes=0)
        self.head = nn.Linear(self.net.num_features, classes)

    def forward(self, x):
        return self.head(self.net(x))


teacher = timm.create_model("vit_base_patch16_clip_224.openai", pretrained=True)
student = timm.create_model("efficientnet_b0", pretrained=True, num_classes=12)
hub = timm.create_model("hf-hub:timm/eva02_large_patch14_448.mim_m38m_ft_in22k_in1k", pretrained=True)
from_scratch = timm.create_model("resnet18", pretrained=False, num_classes=12)
