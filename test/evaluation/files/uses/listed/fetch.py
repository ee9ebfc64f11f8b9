from huggingface_hub import snapshot_download

NEEDED = ["openai/whisper-small", "pyannote/segmentation-3.0"]


def install():
    for repo in NEEDED:
        snapshot_download(repo)
