"""Detect scratches on the conveyor camera."""
from ultralytics import SAM, YOLO, YOLOWorld

WEIGHTS = "yolov8n.pt"


def build(custom: bool):
    if custom:
        return YOLO("runs/detect/train7/weights/best.pt")
    return YOLO(WEIGHTS)


pose = YOLO("yolo11s-pose.pt")
seg = YOLO("yolov8x-seg.pt")
world = YOLOWorld("yolov8s-worldv2.pt")
sam = SAM("sam2_b.pt")

if __name__ == "__main__":
    model = build(custom=False)
    model.train(data="coco8.yaml", epochs=50, imgsz=640)
    model.export(format="onnx")
