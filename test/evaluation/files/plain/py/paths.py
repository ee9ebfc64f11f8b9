import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent
RAW = ROOT / "data" / "raw"
CONFIG = os.path.join("configs", "train/base.yaml")
OUT = "outputs/run-12"
CKPT = "checkpoints/step_1000"
AUDIO = "samples/whisper.wav"
TEMPLATE = "templates/llama3.jinja"
S3 = "s3://titan-artifacts/eu/2024/05"
GS = "gs://gemini-bucket/exports"
TZ = "America/New_York"
RATIO = "16/9"
BRANCH = "feature/phi-node"
LOCAL_MODEL = "./checkpoints/last"
ABS = "/mnt/models/base"
