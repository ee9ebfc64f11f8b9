#!/bin/sh
# Sends a recording to the whisper server.
echo "  -m, --model <model>   which one transcribes (default: tiny)"
curl -F file=@talk.wav -F model=tiny http://localhost:50060/v1/audio/transcriptions
