whisper audio.mp3 --model medium --language ja
whisperx --model large-v2 a.wav
./models/download-ggml-model.sh base.en
./build/bin/whisper-cli -m models/ggml-base.en.bin -f a.wav
export WHISPER_MODEL=small
docker run -e ASR_MODEL=base -e ASR_ENGINE=openai_whisper onerahmet/openai-whisper-asr-webservice:latest
