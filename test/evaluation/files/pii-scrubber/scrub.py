import spacy
from presidio_analyzer.nlp_engine import NlpEngineProvider

CONFIG = {
    "nlp_engine_name": "spacy",
    "models": [
        {"lang_code": "en", "model_name": "en_core_web_lg"},
        {"lang_code": "de", "model_name": "de_core_news_md"},
    ],
}

nlp = spacy.load("en_core_web_trf", disable=["lemmatizer"])
engine = NlpEngineProvider(nlp_configuration=CONFIG).create_engine()

try:
    ja = spacy.load("ja_core_news_sm")
except OSError:
    spacy.cli.download("ja_core_news_sm")
    ja = spacy.load("ja_core_news_sm")

blank = spacy.blank("en")
