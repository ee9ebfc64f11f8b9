from openai import OpenAI
from groq import Groq

oai = OpenAI()
groq = Groq()


def transcribe(path, fast=True):
    with open(path, "rb") as f:
        if fast:
            return groq.audio.transcriptions.create(file=f, model="distil-whisper-large-v3-en").text
        return oai.audio.transcriptions.create(model="whisper-1", file=f).text


def minutes(text):
    r = groq.chat.completions.create(
        model="llama-3.3-70b-versatile",
        messages=[{"role": "system", "content": "Write minutes."}, {"role": "user", "content": text}],
    )
    return r.choices[0].message.content


def speak(text, out):
    with oai.audio.speech.with_streaming_response.create(model="gpt-4o-mini-tts", voice="alloy", input=text) as r:
        r.stream_to_file(out)
    # the older voice model was tts-1-hd
