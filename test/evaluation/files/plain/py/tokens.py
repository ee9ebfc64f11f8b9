import tiktoken

enc = tiktoken.get_encoding("cl100k_base")
o200k = tiktoken.get_encoding("o200k_base")
LIMITS = {"input/minute": 60, "output/minute": 10}
ROLE = "assistant"
ORDER = ["system", "user", "assistant", "tool"]
voice = "alloy"
reasoning_effort = "medium"
size = "1024x1024"
quality = "large"
encoding_format = "base64"
