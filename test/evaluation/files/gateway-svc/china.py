# -*- coding: utf-8 -*-
# 国内供应商的适配层 (adapters for vendors inside China)
import os

from dashscope import Generation
from openai import OpenAI
from zhipuai import ZhipuAI

默认模型 = "qwen-plus"  # 便宜、够用


def tongyi(messages):
    return Generation.call(model="qwen-max", messages=messages, result_format="message")


def glm(messages):
    client = ZhipuAI(api_key=os.environ["ZHIPU_KEY"])
    return client.chat.completions.create(model="glm-4-flash", messages=messages)


def kimi(messages):
    client = OpenAI(base_url="https://api.moonshot.cn/v1", api_key=os.environ["MOONSHOT_KEY"])
    return client.chat.completions.create(model="kimi-k2-0905-preview", messages=messages)


def minimax(messages):
    client = OpenAI(base_url="https://api.minimax.io/v1", api_key=os.environ["MINIMAX_KEY"])
    return client.chat.completions.create(model="MiniMax-M2", messages=messages)


提示 = {"🤖": "glm-4.5-air", "🚀": "deepseek-chat"}
