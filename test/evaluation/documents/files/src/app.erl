-module(app).
%% not mistralai/Mistral-7B-Instruct-v0.3
config() -> #{model => <<"meta-llama/Llama-3.1-8B-Instruct">>}.
