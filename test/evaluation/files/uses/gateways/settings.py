import os

OLLAMA_MODEL = os.getenv("OLLAMA_MODEL", "llama3.1:8b")
CLAUDE_MODEL = os.getenv("CLAUDE_MODEL", "claude-sonnet-4-5")
RERANKER = os.getenv("RERANKER", "BAAI/bge-reranker-base")
