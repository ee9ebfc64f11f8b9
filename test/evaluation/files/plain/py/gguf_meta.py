KEYS = [
    "general.architecture",
    "llama.attention.head_count",
    "llama.rope.freq_base",
    "mamba.ssm.conv_kernel",
    "qwen2.block_count",
    "tokenizer.ggml.model",
    "gemma3.attention.sliding_window",
]
QUANTS = ("Q4_K_M", "Q5_K_S", "Q8_0", "IQ2_XXS", "BF16")
SUFFIX = ".gguf"
TENSORS = ["blk.0.attn_q.weight", "output_norm.weight"]


def shards(n):
    return [f"model-{i:05d}-of-{n:05d}.safetensors" for i in range(1, n + 1)]
