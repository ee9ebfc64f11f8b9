package config

const defaults = `
model: Qwen/Qwen2.5-7B-Instruct
port: 8000
`

const script = `#!/bin/sh
vllm serve meta-llama/Llama-3.1-8B-Instruct
`
