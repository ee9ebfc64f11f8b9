import vertexai
from anthropic import AnthropicVertex
from google.cloud import aiplatform
from vertexai.generative_models import GenerativeModel
from vertexai.language_models import TextEmbeddingModel

PROJECT, REGION = "claims-prod", "europe-west1"
vertexai.init(project=PROJECT, location=REGION)

model = GenerativeModel("gemini-1.5-flash-002", system_instruction="You assess claims.")
embeddings = TextEmbeddingModel.from_pretrained("text-embedding-005")
claude = AnthropicVertex(region="us-east5", project_id=PROJECT)

message = claude.messages.create(
    model="claude-3-5-sonnet-v2@20241022",
    max_tokens=512,
    messages=[{"role": "user", "content": "hello"}],
)
endpoint = f"projects/{PROJECT}/locations/{REGION}/publishers/google/models/gemini-2.0-flash-001"
llama = "meta/llama-3.3-70b-instruct-maas"
