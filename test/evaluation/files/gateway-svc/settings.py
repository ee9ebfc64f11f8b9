from typing import Literal

from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="GATEWAY_", env_file=".env")

    chat_model: str = "gpt-4.1-mini"
    reasoning_model: str = Field(default="o4-mini", description="used when the planner asks for it")
    embedding_model: str = Field("text-embedding-3-small", alias="EMBED")
    guard_model: str = "meta-llama/Llama-Guard-3-8B"
    image: str = "ghcr.io/harborline/gateway:1.9.2"
    otel_service_name: str = "gateway/api"
    log_level: Literal["debug", "info"] = "info"


class Route(BaseModel):
    name: str
    target: str


ROUTES = [
    Route(name="cheap", target="gemini-2.0-flash-lite"),
    Route(name="long", target="gemini-1.5-pro"),
    Route(name="code", target="codestral-latest"),
]
