from litellm import completion


def ask(messages):
    return completion(
        model="anthropic/claude-sonnet-4-5",
        messages=messages,
        fallbacks=["openai/gpt-4o", "gemini/gemini-2.5-pro"],
    )
