import sys

import whisper
from faster_whisper import WhisperModel
from pyannote.audio import Pipeline

SIZE = "medium.en"


def quick(path: str) -> str:
    return whisper.load_model("base").transcribe(path)["text"]


def accurate(path: str):
    model = WhisperModel("large-v3", device="cuda", compute_type="float16")
    segments, info = model.transcribe(path, beam_size=5)
    return info.language, list(segments)


def default(path: str):
    return whisper.load_model(SIZE).transcribe(path)


diarize = Pipeline.from_pretrained("pyannote/speaker-diarization-3.1", use_auth_token=True)

if __name__ == "__main__":
    print(quick(sys.argv[1]))
