import { describe, expect, it } from 'vitest';
import { candidates } from '../../../../src/core/registries/spelling/rules';
import type { Registry } from '../../../../src/core/vocabulary';

/** Services whose names have no form that tells them: each is tried for a name of no other form. */
const EVERY = 'openai anthropic google mistral cohere xai voyage perplexity azure';

describe('a name is looked up in the registries whose form it has, or in the one it is said to be of', () => {
  it.each<readonly [name: string, registry: Registry | undefined, tried: string]>([
    ['house', undefined, EVERY],
    ['llama3.1:8b', undefined, `bedrock amazon ollama ${EVERY}`],
    ['anthropic.claude-v2', undefined, `bedrock amazon ${EVERY}`],
    [
      'gemini-pro@001',
      undefined,
      'vertex google anthropic openai mistral cohere xai voyage perplexity azure',
    ],
    ['resnet50.a1_in1k', undefined, `timm huggingface bedrock amazon ${EVERY}`],
    ['en_core_web_sm', undefined, `spacy huggingface ${EVERY}`],
    ['yolov8n.pt', undefined, `local ultralytics bedrock amazon ${EVERY}`],
    ['Llama-2-7B-Chat.Q4_K_M', undefined, `bedrock amazon ${EVERY} local`],
    ['acme/thing', undefined, 'openrouter huggingface together vertex'],
    [`acme/thing:${'0a'.repeat(32)}`, undefined, 'huggingface openrouter together vertex replicate'],
    ['groq/llama-3.1-8b-instant', undefined, 'groq openrouter huggingface together vertex'],
    ['https://huggingface.co/acme/thing', undefined, 'huggingface modelscope replicate ollama'],
    ['@cf/meta/llama-3.1-8b-instruct', undefined, 'cloudflare huggingface'],
    ['accounts/fireworks/models/x', undefined, 'fireworks'],
    ['projects/p/locations/l/publishers/google/models/x', undefined, 'vertex'],
    ['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2', undefined, 'bedrock amazon'],
    ['ai/llama3.2', undefined, 'docker ollama'],
    ['hf.co/acme/thing', undefined, 'huggingface'],
    ['models--acme--thing', undefined, 'huggingface'],
    ['gpt-4o', 'openai', 'openai'],
    ['gpt-4o', 'azure', 'azure openai anthropic google mistral cohere xai voyage perplexity'],
    ['house', 'huggingface', ''],
    ['acme/thing', 'together', 'together huggingface'],
    ['openai/gpt-4o', 'openrouter', 'openrouter huggingface openai'],
    ['gpt-4o:extended', 'openai', 'openai'],
    ['house.Q4_K_M', 'huggingface', 'local'],
  ])('%s of %s in %s', (name, registry, tried) => {
    const registries = candidates(name, registry).flatMap((one) => ('registry' in one ? [one.registry] : []));
    expect([...new Set(registries)].join(' ')).toBe(tried);
  });
});
