services.ollama = { enable = true; loadModels = [ "llama3.2:3b" "deepseek-r1:1.5b" ]; };
src = fetchurl { url = "https://huggingface.co/TheBloke/Llama-2-7B-GGUF/resolve/main/llama-2-7b.Q4_K_M.gguf"; };
