import timm
t = timm.create_model("timm/vit_base_patch16_224.augreg_in21k", pretrained=True)
t = timm.create_model("hf_hub:timm/eva02_large", pretrained=True)
t = timm.create_model("efficientnet_b0")
t = timm.create_model(model_name="convnext_tiny.fb_in1k")
