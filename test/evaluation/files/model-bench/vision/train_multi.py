import timm
import torch
import torchvision.models as models
from torchvision.models.segmentation import deeplabv3_resnet101
from ultralytics import RTDETR, YOLO

ARCH = "mobilenetv3_large_100.ra_in1k"
net = timm.create_model(ARCH, pretrained=True)
feat = timm.create_model(model_name="vit_small_patch14_dinov2.lvd142m", pretrained=True, features_only=True)
dense = models.densenet121(weights=models.DenseNet121_Weights.DEFAULT)
seg = deeplabv3_resnet101(pretrained=True)
swin = torch.hub.load("pytorch/vision", "swin_t", weights="DEFAULT")
pgan = torch.hub.load('facebookresearch/pytorch_GAN_zoo:hub', 'PGAN', model_name='celebAHQ-512', pretrained=True, useGPU=False)
rt = RTDETR("rtdetr-l.pt")
cls = YOLO('yolov8n-cls.pt')
v5 = YOLO(model="yolov5nu.pt")
arch_only = YOLO("yolov8n.yaml")
