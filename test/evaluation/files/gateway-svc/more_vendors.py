from ai21 import AI21Client
from openai import OpenAI
from reka.client import Reka


def jamba(messages):
    return AI21Client().chat.completions.create(model="jamba-large-1.7", messages=messages)


def solar(messages):
    c = OpenAI(base_url="https://api.upstage.ai/v1")
    return c.chat.completions.create(model="solar-pro2", messages=messages)


def reka(messages):
    return Reka().chat.create(model="reka-flash", messages=messages)


def nim(messages):
    c = OpenAI(base_url="https://integrate.api.nvidia.com/v1")
    return c.chat.completions.create(model="nvidia/llama-3.1-nemotron-70b-instruct", messages=messages)


def nim_embed(texts):
    c = OpenAI(base_url="https://integrate.api.nvidia.com/v1")
    return c.embeddings.create(model="nvidia/nv-embedqa-e5-v5", input=texts)


def nova(messages):
    c = OpenAI(base_url="https://api.nova.amazon.com/v1")
    return c.chat.completions.create(model="nova-2-lite-v1", messages=messages)


def databricks(messages, host, token):
    c = OpenAI(base_url=f"{host}/serving-endpoints", api_key=token)
    return c.chat.completions.create(model="databricks-claude-sonnet-4", messages=messages)
