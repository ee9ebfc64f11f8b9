from datasets import load_dataset, load_from_disk
import evaluate
from huggingface_hub import hf_hub_download, list_datasets, snapshot_download

squad = load_dataset("rajpurkar/squad", split="validation")
glue = load_dataset("nyu-mll/glue", "mrpc")
gooaq = load_dataset("sentence-transformers/gooaq", split="train[:1%]")
wiki = load_dataset(path="wikimedia/wikipedia", name="20231101.simple", streaming=True)
legacy = load_dataset("imdb")
files = load_dataset("json", data_files={"train": "data/train.jsonl", "test": "data/test.jsonl"})
snapshot_download(repo_id="openai/gsm8k", repo_type="dataset")
hf_hub_download("mteb/results", "paths.json", repo_type="dataset")
hf_hub_download(repo_id="gradio/hello_world", filename="app.py", repo_type="space")
rouge = evaluate.load("rouge")
bleu = evaluate.load("sacrebleu")
cached = load_from_disk("cache/tokenized/llama3")
