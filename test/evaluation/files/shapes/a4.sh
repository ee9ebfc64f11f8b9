modelscope download --model Qwen/Qwen3-8B --local_dir ./m
modelscope download --model=Qwen/Qwen3-8B
modelscope download Qwen/Qwen3-8B
git clone https://www.modelscope.cn/ZhipuAI/chatglm3-6b.git
wget https://modelscope.cn/models/iic/SenseVoiceSmall/resolve/master/model.pt
