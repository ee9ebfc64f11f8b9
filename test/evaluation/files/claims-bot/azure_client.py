import os

from azure.ai.inference import ChatCompletionsClient
from azure.core.credentials import AzureKeyCredential
from langchain_openai import AzureChatOpenAI, AzureOpenAIEmbeddings
from openai import AzureOpenAI

client = AzureOpenAI(api_version="2024-06-01", azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"])
resp = client.chat.completions.create(model="gpt-35-turbo-16k", messages=[{"role": "user", "content": "ping"}])

chat = AzureChatOpenAI(azure_deployment="gpt-4o", api_version="2024-08-01-preview")
emb = AzureOpenAIEmbeddings(azure_deployment=os.environ.get("EMBED_DEPLOYMENT", "text-embedding-ada-002"))

foundry = ChatCompletionsClient(endpoint=os.environ["FOUNDRY"], credential=AzureKeyCredential(os.environ["KEY"]))
foundry.complete(messages=[], model="Phi-3.5-mini-instruct")
REGISTRY_MODEL = "azureml://registries/azureml-meta/models/Meta-Llama-3.1-8B-Instruct/versions/4"
