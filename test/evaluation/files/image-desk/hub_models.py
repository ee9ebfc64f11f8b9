import torch

midas = torch.hub.load("intel-isl/MiDaS", "MiDaS_small")
transforms = torch.hub.load("intel-isl/MiDaS", "transforms").small_transform
dino = torch.hub.load("facebookresearch/dinov2", "dinov2_vitb14")
yolo = torch.hub.load("ultralytics/yolov5", "yolov5s", pretrained=True)
deeplab = torch.hub.load("pytorch/vision:v0.10.0", "deeplabv3_resnet50", pretrained=True)
vad, utils = torch.hub.load(repo_or_dir="snakers4/silero-vad", model="silero_vad", force_reload=False)

for m in (midas, dino, yolo, deeplab, vad):
    m.eval()
