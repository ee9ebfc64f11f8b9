"""Scripts from 2020, still in use."""
import spacy
import stanza
from flair.models import SequenceTagger
from keybert import KeyBERT
from bertopic import BERTopic
from setfit import SetFitModel
from gliner import GLiNER
from simpletransformers.classification import ClassificationModel
from transformers import BertTokenizer, GPT2LMHeadModel, MarianMTModel, T5ForConditionalGeneration

tok = BertTokenizer.from_pretrained('bert-base-uncased', do_lower_case=True)
gpt2 = GPT2LMHeadModel.from_pretrained('gpt2')
t5 = T5ForConditionalGeneration.from_pretrained("t5-base")
mt = MarianMTModel.from_pretrained("Helsinki-NLP/opus-mt-en-de")
ner = SequenceTagger.load("flair/ner-english-large")
kw = KeyBERT(model="all-MiniLM-L6-v2")
topics = BERTopic(embedding_model="paraphrase-MiniLM-L3-v2")
setfit = SetFitModel.from_pretrained("sentence-transformers/paraphrase-mpnet-base-v2")
gliner = GLiNER.from_pretrained("urchade/gliner_medium-v2.1")
cls = ClassificationModel("roberta", "roberta-base", num_labels=3)
nlp = spacy.load("es_core_news_md")
pipe = stanza.Pipeline("en")
