import { openai } from '@ai-sdk/openai';
import { createOllama } from 'ollama-ai-provider';

const ollama = createOllama({ baseURL: 'http://gpu-box:11434/api' });

export const agents = {
  planner: { model: openai('gpt-4.1'), temperature: 0 },
  writer: { model: ollama('gemma3:12b'), temperature: 1 },
};
