' not mistralai/Mistral-7B-Instruct-v0.3
Const Model As String = "meta-llama/Llama-3.1-8B-Instruct"
