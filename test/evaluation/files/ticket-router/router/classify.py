"""Route incoming support tickets to a queue."""
from __future__ import annotations

import logging
from functools import lru_cache

import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer, pipeline

log = logging.getLogger(__name__)

CHECKPOINT = "MoritzLaurer/DeBERTa-v3-base-mnli-fever-anli"
QUEUES = ["billing", "shipping", "returns", "technical/hardware", "technical/software"]


@lru_cache(maxsize=1)
def _load():
    tok = AutoTokenizer.from_pretrained(CHECKPOINT)
    model = AutoModelForSequenceClassification.from_pretrained(CHECKPOINT)
    model.eval()
    return tok, model


def route(text: str) -> str:
    tok, model = _load()
    best, score = None, float("-inf")
    for queue in QUEUES:
        pair = tok(text, f"This ticket is about {queue}.", return_tensors="pt", truncation=True)
        with torch.inference_mode():
            logits = model(**pair).logits[0]
        entail = logits.softmax(-1)[0].item()
        if entail > score:
            best, score = queue, entail
    log.info("routed to %s (%.3f)", best, score)
    return best


def toxic(text: str) -> bool:
    clf = pipeline("text-classification", model="unitary/toxic-bert", top_k=None)
    return max(clf(text)[0], key=lambda r: r["score"])["score"] > 0.7
