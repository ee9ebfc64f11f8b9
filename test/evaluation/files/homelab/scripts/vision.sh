yolo detect predict model=yolo11n.pt source=rtsp://cam1.local:554/stream
yolo segment train data=coco8-seg.yaml model=yolov8m-seg.pt epochs=20
yolo export model=runs/detect/train/weights/best.pt format=engine
wget https://github.com/ultralytics/assets/releases/download/v8.3.0/yolov8l-oiv7.pt
