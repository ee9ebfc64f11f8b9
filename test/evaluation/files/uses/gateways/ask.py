import os

from anthropic import Anthropic, AnthropicBedrock
from openai import OpenAI

client = OpenAI(base_url="https://api.siliconflow.cn/v1", api_key=os.environ["SF_KEY"])
claude = Anthropic()
bedrock = AnthropicBedrock(aws_region="eu-central-1")


def ask(text):
    return client.chat.completions.create(model="Qwen/Qwen2.5-72B-Instruct", messages=[{"role": "user", "content": text}])


def think(text):
    return claude.messages.create(model="claude-opus-4-1", max_tokens=9, messages=[])


def eu(text):
    return bedrock.messages.create(model="eu.anthropic.claude-sonnet-4-20250514-v1:0", max_tokens=9, messages=[])
