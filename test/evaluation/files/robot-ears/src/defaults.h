#ifndef ROBOT_EARS_DEFAULTS_H
#define ROBOT_EARS_DEFAULTS_H

#include <stdint.h>
#include <sys/types.h>

/* Chat model asked for over the LAN (Ollama). */
#define DEFAULT_CHAT_MODEL "tinyllama:1.1b"
#define DEFAULT_HF_REPO    "ggml-org/gemma-3-1b-it-GGUF"

/* The tokenizer of `EleutherAI/gpt-neox-20b` is compatible. */
static const char *k_vad_model = "ggml-silero-v5.1.2.bin";

#endif /* ROBOT_EARS_DEFAULTS_H */
