import { anthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { bedrock } from '@ai-sdk/amazon-bedrock';
import { google } from '@ai-sdk/google';
import { groq } from '@ai-sdk/groq';
import { openai } from '@ai-sdk/openai';
import { vertex } from '@ai-sdk/google-vertex';
import { convertToModelMessages, streamText } from 'ai';

export const maxDuration = 30;

const lmstudio = createOpenAICompatible({ name: 'lmstudio', baseURL: 'http://localhost:1234/v1' });

const registry = {
  default: openai('gpt-5-mini'),
  smart: anthropic('claude-opus-4-20250514'),
  cheap: google('gemini-2.5-flash-lite'),
  quick: groq('gemma2-9b-it'),
  eu: bedrock('eu.amazon.nova-pro-v1:0'),
  vertex: vertex('gemini-2.0-flash-001'),
  local: lmstudio('qwen/qwen3-8b'),
};

export async function POST(req: Request) {
  const { messages, tier }: { messages: any[]; tier: keyof typeof registry } = await req.json();
  const result = streamText({
    model: registry[tier] ?? registry.default,
    messages: convertToModelMessages(messages),
  });
  return result.toUIMessageStreamResponse();
}
