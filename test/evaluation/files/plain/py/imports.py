import google.generativeai as genai
import mistral_common.tokens.tokenizers.mistral
from anthropic.types import Message
from llama_cpp import Llama
from llama_index.core import VectorStoreIndex
from mistralai import Mistral
from transformers import (
    BertForMaskedLM,
    FalconForCausalLM,
    GemmaTokenizer,
    LlamaForCausalLM,
    MistralConfig,
    Phi3ForCausalLM,
    Qwen2ForCausalLM,
    WhisperProcessor,
)
from transformers.models.llama.modeling_llama import LlamaDecoderLayer
from transformers.models.qwen2_moe import configuration_qwen2_moe
from vllm.model_executor.models.mixtral import MixtralMoE
import openai.types.chat as chat

MODEL_CLASSES = {"llama": LlamaForCausalLM, "mistral": MistralConfig, "gemma": GemmaTokenizer}
config = MistralConfig(hidden_size=1024, num_hidden_layers=4)
model = LlamaForCausalLM(config)
