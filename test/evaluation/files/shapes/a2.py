r = requests.get(f"{base}/v1/models/gpt-4o")
r = client.get("/v1/models/gpt-4o-mini")
r = client.get("/v1/models/Qwen/Qwen3-8B")
r = client.delete("/v1/models/user-1")
app.get("/v1/models/{model_id}")
@app.get("/api/models/list")
url = "https://modelscope.cn/models/qwen/Qwen2.5-7B-Instruct"
url2 = "https://www.modelscope.cn/models/iic/SenseVoiceSmall/resolve/master/model.pt"
url3 = "https://modelscope.cn/api/v1/models/ZhipuAI/chatglm3-6b/repo?Revision=master"
url4 = "https://www.modelscope.cn/ZhipuAI/chatglm3-6b.git"
