import sys

from transformers import AutoModel, AutoTokenizer

name = sys.argv[1] if len(sys.argv) > 1 else "roberta-large"
tok = AutoTokenizer.from_pretrained(name)
model = AutoModel.from_pretrained(name)

BASELINES = (
    "distilbert-base-uncased-finetuned-sst-2-english",
    "gpt2-medium",
    "facebook/bart-large-mnli",
    "xlm-roberta-base",
    "t5-small",
)


def compare(a="bert-base-cased", b="albert-base-v2"):
    """Compare two encoders.

    Any Hub id works, e.g. ``google/electra-small-discriminator`` or
    ``microsoft/deberta-v3-small``; a path to a checkpoint folder works too.
    """
    return [AutoModel.from_pretrained(x).num_parameters() for x in (a, b)]
