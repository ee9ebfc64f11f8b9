from faster_whisper import WhisperModel
m = WhisperModel("large-v3")
import whisperx
w = whisperx.load_model("large-v2", device)
import stable_whisper
s = stable_whisper.load_model('base')
h = stable_whisper.load_faster_whisper('base')
q = stable_whisper.load_hf_whisper('tiny.en')
import whisper_timestamped as whisper
t = whisper.load_model("tiny", device="cpu")
