import torch
from TTS.api import TTS
from kokoro import KPipeline
from speechbrain.inference.speaker import EncoderClassifier
from transformers import BarkModel, SpeechT5ForTextToSpeech, SpeechT5HifiGan, VitsModel
import nemo.collections.asr as nemo_asr

tts = TTS("tts_models/multilingual/multi-dataset/xtts_v2").to("cuda")
vits = VitsModel.from_pretrained("facebook/mms-tts-eng")
bark = BarkModel.from_pretrained("suno/bark-small")
speaker = EncoderClassifier.from_hparams(source="speechbrain/spkrec-ecapa-voxceleb", savedir="pretrained/ecapa")
vocoder = SpeechT5HifiGan.from_pretrained("microsoft/speecht5_hifigan")
kok = KPipeline(lang_code="a", repo_id="hexgrad/Kokoro-82M")
parakeet = nemo_asr.models.ASRModel.from_pretrained(model_name="nvidia/parakeet-tdt-0.6b-v2")
