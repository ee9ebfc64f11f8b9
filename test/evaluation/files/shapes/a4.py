from modelscope.hub.snapshot_download import snapshot_download
snapshot_download('qwen/Qwen-7B-Chat', revision='v1.0.0')
snapshot_download(model_id='damo/nlp_structbert_word-segmentation_chinese-base')
