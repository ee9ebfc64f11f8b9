from modelscope import AutoModelForCausalLM, AutoTokenizer, snapshot_download
from modelscope.pipelines import pipeline
from modelscope.utils.constant import Tasks

model_dir = snapshot_download("qwen/Qwen2.5-7B-Instruct", revision="master")
tokenizer = AutoTokenizer.from_pretrained("ZhipuAI/glm-4-9b-chat", trust_remote_code=True)
model = AutoModelForCausalLM.from_pretrained("ZhipuAI/glm-4-9b-chat", trust_remote_code=True)

ws = pipeline(Tasks.word_segmentation, model="damo/nlp_structbert_word-segmentation_chinese-base")
asr = pipeline(task=Tasks.auto_speech_recognition, model="iic/speech_paraformer-large_asr_nat-zh-cn-16k-common-vocab8404-pytorch")
print(ws("今天天气不错"))
