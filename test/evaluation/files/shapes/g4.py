# default is `gpt-4o`, or "claude-3-5-sonnet-20241022" for anthropic
# use gemini-1.5-pro for long context
# e.g. mistralai/Mistral-7B-v0.1, gpt-3.5-turbo
# Gemini is nice, Claude too, and GPT-4 is a display name
