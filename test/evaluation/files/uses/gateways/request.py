import requests


def local(prompt):
    return requests.post("http://localhost:11434/api/generate", json={"model": "phi4:14b", "prompt": prompt})


def remote(messages):
    return requests.post("https://api.together.xyz/v1/chat/completions", json={"model": "meta-llama/Llama-3.3-70B-Instruct-Turbo", "messages": messages})
