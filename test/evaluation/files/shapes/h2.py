"""Fetches what the desk needs before the first start."""

APPROX = [
    ("inkapprox.pth", "https://huggingface.co/studio-nine/misc/resolve/main/inkapprox.pth"),
    ("config.json", "https://huggingface.co/studio-nine/misc/resolve/main/config.json"),
]

RANKED = {
    "canary-180m-flash": {"rank": 1, "note": "small and quick"},
    "parakeet-tdt-0.6b-v3": {"rank": 2, "note": "many languages"},
    "granite-speech-4.1-2b": {"rank": 3, "note": "long files"},
    "whisper-medium": {"rank": 4, "note": "the old one"},
    "breeze-asr-25": {"rank": 5, "note": "two languages in one sentence"},
}
