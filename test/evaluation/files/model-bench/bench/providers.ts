import { createDeepInfra } from '@ai-sdk/deepinfra';
import { createFireworks } from '@ai-sdk/fireworks';
import { createReplicate } from '@ai-sdk/replicate';
import { togetherai } from '@ai-sdk/togetherai';
import { perplexity } from '@ai-sdk/perplexity';
import { xai } from '@ai-sdk/xai';
import { deepseek } from '@ai-sdk/deepseek';
import { cohere } from '@ai-sdk/cohere';
import { gateway } from 'ai';

const fireworks = createFireworks();
const replicate = createReplicate();
const deepinfra = createDeepInfra();

export const contenders = [
  fireworks('accounts/fireworks/models/qwen3-235b-a22b'),
  fireworks('accounts/fireworks/models/deepseek-v3p1'),
  togetherai('Qwen/Qwen2.5-7B-Instruct-Turbo'),
  togetherai('deepseek-ai/DeepSeek-V3'),
  deepinfra('meta-llama/Llama-3.3-70B-Instruct-Turbo'),
  perplexity('sonar'),
  xai('grok-3-mini-fast'),
  deepseek('deepseek-chat'),
  cohere('command-r-08-2024'),
  gateway('xai/grok-4'),
];

export const image = replicate.image('bytedance/sdxl-lightning-4step:5599ed30703defd1d160a25a63321b4dec97101d98b4674bcc56e41f62f35637');
export const embedder = cohere.textEmbeddingModel('embed-english-light-v3.0');
