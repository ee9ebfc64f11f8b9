import anthropic

client = anthropic.Anthropic()

MODELS = {
    "fast": "claude-3-haiku-20240307",
    "balanced": "claude-sonnet-4-20250514",
    "best": "claude-opus-4-1",
}


def stream(prompt: str, tier: str = "balanced"):
    with client.messages.stream(
        model=MODELS[tier],
        max_tokens=2048,
        system="You answer from the given notes only.",
        messages=[{"role": "user", "content": prompt}],
    ) as s:
        yield from s.text_stream
