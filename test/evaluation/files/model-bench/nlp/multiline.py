from transformers import (
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    pipeline,
)

summarizer = pipeline(
    "summarization",
    device=0,
    model=(
        "google/pegasus-xsum"
    ),
)

tok = AutoTokenizer.from_pretrained(
    # the fast tokenizer is broken here
    "google/mt5-small",
    use_fast=False,
)

ZOO = dict(
    small="facebook/m2m100_418M",
    large="facebook/m2m100_1.2B",
)


class Translator:
    model_id: str = "facebook/mbart-large-50-many-to-many-mmt"

    def __init__(self, *, checkpoint: str | None = None, private="seagrass-ai/atlas-mt-base"):
        self.tokenizer = AutoTokenizer.from_pretrained(checkpoint or self.model_id)
        self.model = AutoModelForSeq2SeqLM.from_pretrained(private)
