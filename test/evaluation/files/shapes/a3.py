from modelscope import snapshot_download
model_dir = snapshot_download("ZhipuAI/glm-4-9b-chat", cache_dir="./x")
from modelscope.pipelines import pipeline
p = pipeline(Tasks.auto_speech_recognition, model='iic/SenseVoiceSmall')
