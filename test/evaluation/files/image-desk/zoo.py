from torchvision import models
from torchvision.models import ResNet50_Weights, get_model
from torchvision.models.detection import FasterRCNN_ResNet50_FPN_V2_Weights, fasterrcnn_resnet50_fpn_v2

backbone = models.resnet50(weights=ResNet50_Weights.IMAGENET1K_V2)
detector = fasterrcnn_resnet50_fpn_v2(weights=FasterRCNN_ResNet50_FPN_V2_Weights.DEFAULT)
vit = get_model("vit_b_16", weights="DEFAULT")
old = models.mobilenet_v2(pretrained=True)


def preprocess(img):
    return ResNet50_Weights.IMAGENET1K_V2.transforms()(img)
