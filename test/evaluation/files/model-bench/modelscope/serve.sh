export VLLM_USE_MODELSCOPE=True
vllm serve Qwen/Qwen2.5-32B-Instruct-AWQ --quantization awq
swift infer --model Qwen/Qwen2.5-VL-3B-Instruct --stream true
swift sft --model LLM-Research/Meta-Llama-3.1-8B-Instruct --dataset AI-ModelScope/alpaca-gpt4-data-zh --train_type lora
git clone https://www.modelscope.cn/ZhipuAI/chatglm3-6b.git
wget https://modelscope.cn/models/iic/SenseVoiceSmall/resolve/master/model.pt
