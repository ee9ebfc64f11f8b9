from sentence_transformers import CrossEncoder, SentenceTransformer

DEFAULT = "BAAI/bge-small-en-v1.5"
MULTILINGUAL = "intfloat/multilingual-e5-large"


class Embedder:
    def __init__(self, lang="en", rerank=True):
        name = DEFAULT if lang == "en" else MULTILINGUAL
        self.encoder = SentenceTransformer(name)
        self.reranker = CrossEncoder("cross-encoder/ms-marco-MiniLM-L-6-v2") if rerank else None

    def encode(self, texts):
        return self.encoder.encode(texts, normalize_embeddings=True)


def quick():
    # small enough for the laptop demo
    return SentenceTransformer("paraphrase-multilingual-MiniLM-L12-v2", device="cpu")


def legacy():
    return SentenceTransformer("all-mpnet-base-v2")
