import whisper as openai_whisper
m = openai_whisper.load_model("small")
