import os

from volcenginesdkarkruntime import Ark

client = Ark(base_url="https://ark.cn-beijing.volces.com/api/v3", api_key=os.environ["ARK_API_KEY"])


def chat(messages):
    return client.chat.completions.create(model="doubao-1-5-pro-32k-250115", messages=messages)


def quick(messages):
    return client.chat.completions.create(model="doubao-seed-1-6-flash-250615", messages=messages)
