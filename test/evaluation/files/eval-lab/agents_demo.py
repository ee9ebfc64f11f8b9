import asyncio

import dspy
import instructor
from autogen_ext.models.openai import OpenAIChatCompletionClient
from crewai import LLM, Agent
from haystack.components.generators import HuggingFaceLocalGenerator
from langchain.chat_models import init_chat_model
from pydantic_ai import Agent as PAgent
from smolagents import CodeAgent, HfApiModel

dspy.configure(lm=dspy.LM("openai/gpt-4o-mini"))
writer = Agent(role="writer", llm=LLM(model="anthropic/claude-sonnet-4-20250514"))
gen = HuggingFaceLocalGenerator(model="google/flan-t5-base", task="text2text-generation")
chat = init_chat_model("groq:llama-3.1-8b-instant")
gem = init_chat_model("gemini-2.5-pro", model_provider="google_genai")
pa = PAgent("anthropic:claude-3-5-haiku-latest", system_prompt="Be brief.")
agent = CodeAgent(tools=[], model=HfApiModel(model_id="Qwen/Qwen2.5-Coder-32B-Instruct"))
ag2 = OpenAIChatCompletionClient(model="gpt-4.1")
