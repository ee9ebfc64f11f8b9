@echo off
set MODEL=TheBloke/Llama-2-13B-chat-GPTQ
python server.py --model %MODEL% --loader exllama --listen
koboldcpp.exe --model Meta-Llama-3-8B-Instruct.Q4_K_S.gguf --contextsize 8192 --port 5001
rem ollama run dolphin-mixtral:8x7b
