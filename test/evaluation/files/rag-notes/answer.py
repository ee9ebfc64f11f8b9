from llama_index.core import Settings, SimpleDirectoryReader, VectorStoreIndex
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.llms.ollama import Ollama
from llama_index.llms.anthropic import Anthropic

Settings.embed_model = HuggingFaceEmbedding(model_name="mixedbread-ai/mxbai-embed-large-v1")


def local_llm():
    return Ollama(model="qwen2.5:14b-instruct-q4_K_M", request_timeout=120.0)


def cloud_llm():
    return Anthropic(model="claude-3-5-sonnet-20241022", max_tokens=1024)


if __name__ == "__main__":
    docs = SimpleDirectoryReader("data/handbook").load_data()
    index = VectorStoreIndex.from_documents(docs)
    print(index.as_query_engine(llm=local_llm()).query("How many days of leave do I get?"))
