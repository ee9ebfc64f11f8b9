from vllm import LLM, SamplingParams
from vllm.lora.request import LoRARequest

llm = LLM(
    model="mistralai/Mistral-Nemo-Instruct-2407",
    tokenizer_mode="mistral",
    revision="v1.2",
    enable_lora=True,
    speculative_config={"model": "turboderp/Qwama-0.5B-Instruct", "num_speculative_tokens": 5},
)
params = SamplingParams(temperature=0.3, max_tokens=256)
out = llm.generate(
    ["Summarise:"],
    params,
    lora_request=LoRARequest("sql-lora", 1, "brightwell/nemo-sql-lora"),
)
