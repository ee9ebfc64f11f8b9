"""One thin wrapper per vendor."""
import os

import cohere
import replicate
import voyageai
from google import genai
from mistralai import Mistral
from openai import OpenAI
from together import Together
from fireworks.client import Fireworks


def cohere_chat(q):
    return cohere.ClientV2().chat(model="command-r-plus-08-2024", messages=[{"role": "user", "content": q}])


def cohere_rerank(q, docs):
    return cohere.ClientV2().rerank(model="rerank-v3.5", query=q, documents=docs, top_n=5)


def mistral_chat(q):
    return Mistral(api_key=os.environ["MISTRAL_API_KEY"]).chat.complete(model="mistral-large-latest", messages=q)


def deepseek(q):
    c = OpenAI(base_url="https://api.deepseek.com", api_key=os.environ["DEEPSEEK_API_KEY"])
    return c.chat.completions.create(model="deepseek-reasoner", messages=q)


def grok(q):
    c = OpenAI(base_url="https://api.x.ai/v1", api_key=os.environ["XAI_API_KEY"])
    return c.chat.completions.create(model="grok-2-1212", messages=q)


def perplexity(q):
    c = OpenAI(base_url="https://api.perplexity.ai", api_key=os.environ["PPLX_API_KEY"])
    return c.chat.completions.create(model="sonar-pro", messages=q)


def gemini(q):
    return genai.Client().models.generate_content(model="gemini-2.0-flash", contents=q)


def together_chat(q):
    return Together().chat.completions.create(model="meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo", messages=q)


def fireworks_chat(q):
    return Fireworks().chat.completions.create(model="accounts/fireworks/models/llama-v3p1-8b-instruct", messages=q)


def replicate_image(q):
    return replicate.run(
        "stability-ai/sdxl:39ed52f2a78e934b3ba6e2a89f5b1c712de7dfea535525255b1aa35c5565e08b",
        input={"prompt": q},
    )


def embed(texts):
    return voyageai.Client().embed(texts, model="voyage-3-lite", input_type="document").embeddings
