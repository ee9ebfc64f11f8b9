import os
from pathlib import Path

import chromadb
from chromadb.utils import embedding_functions
from langchain_community.document_loaders import PyPDFLoader
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

ef = embedding_functions.SentenceTransformerEmbeddingFunction(model_name="all-MiniLM-L6-v2")
client = chromadb.PersistentClient(path="./chroma")
collection = client.get_or_create_collection("notes", embedding_function=ef)

splitter = RecursiveCharacterTextSplitter.from_tiktoken_encoder(encoding_name="cl100k_base", chunk_size=400)
dense = HuggingFaceEmbeddings(model_name="thenlper/gte-base", encode_kwargs={"normalize_embeddings": True})
remote = OpenAIEmbeddings(model="text-embedding-3-large", dimensions=1024)
llm = ChatOpenAI(model=os.getenv("CHAT_MODEL", "gpt-4o-mini"), temperature=0)

for pdf in Path("docs/2024/q3").glob("*.pdf"):
    for page in splitter.split_documents(PyPDFLoader(str(pdf)).load()):
        collection.add(documents=[page.page_content], ids=[f"{pdf.stem}/{page.metadata['page']}"])
