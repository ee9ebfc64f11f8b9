#!/bin/sh
set -e
ollama pull bge-m3:567m
curl -s http://ollama:11434/api/generate -d '{"model": "qwen3:8b", "keep_alive": -1}'
docker model pull ai/smollm2:360M
