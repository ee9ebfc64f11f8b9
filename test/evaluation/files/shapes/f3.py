import torchvision.models as models
m = models.resnet50(weights=models.ResNet50_Weights.IMAGENET1K_V2)
n = models.vgg16(pretrained=True)
