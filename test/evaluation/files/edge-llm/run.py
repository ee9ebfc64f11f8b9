"""Offline inference on the kiosk. No network after first start."""
import os

from huggingface_hub import hf_hub_download, snapshot_download
from llama_cpp import Llama

REPO = "bartowski/Llama-3.2-3B-Instruct-GGUF"
FILE = "Llama-3.2-3B-Instruct-Q4_K_M.gguf"

path = hf_hub_download(repo_id=REPO, filename=FILE, revision="main")
llm = Llama(model_path=path, n_ctx=4096, n_gpu_layers=-1)

fallback = Llama.from_pretrained(
    repo_id="Qwen/Qwen2.5-0.5B-Instruct-GGUF",
    filename="*q8_0.gguf",
    verbose=False,
)
tiny = Llama(model_path=os.path.expanduser("~/models/tinyllama-1.1b-chat-v1.0.Q5_K_M.gguf"))
snapshot_download("nomic-ai/nomic-embed-text-v1.5", local_dir="./embed", allow_patterns=["*.json", "*.safetensors"])
snapshot_download(repo_id="allenai/c4", repo_type="dataset", local_dir="./c4", allow_patterns=["en.noblocklist/*"])
