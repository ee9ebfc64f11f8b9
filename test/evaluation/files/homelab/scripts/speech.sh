#!/usr/bin/env zsh
for f in *.m4a; do
  whisper "$f" --model turbo --language de --output_format srt
done
whisper-ctranslate2 talk.mp3 --model medium --compute_type int8
./models/download-ggml-model.sh base.en
./build/bin/whisper-cli -m models/ggml-large-v3-turbo-q5_0.bin -f talk.wav
insanely-fast-whisper --file-name talk.mp3 --model-name openai/whisper-large-v3 --task transcribe
piper --model en_US-amy-medium.onnx --output_file out.wav < text.txt
