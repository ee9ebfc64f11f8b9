import { mistral } from '@ai-sdk/mistral';
import { createAnthropic } from '@ai-sdk/anthropic';
import type { ChatModel } from 'openai/resources/shared';
import { zodResponseFormat } from 'openai/helpers/zod';
import llamaTokenizer from 'llama-tokenizer-js/esm';
import { Tiktoken } from 'js-tiktoken/lite';
import o200k_base from 'js-tiktoken/ranks/o200k_base';
import { env } from '@xenova/transformers';

export { MistralProvider } from './providers/mistral';
export * from '../gemini/client';
export const enc = new Tiktoken(o200k_base);
