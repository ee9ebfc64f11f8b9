export type ModelInfo = { id: string; name: string; vendor: string; context: number; deprecated?: boolean };

/** Everything the picker shows. Keep sorted by vendor. */
export const MODELS: ModelInfo[] = [
  { id: 'claude-3-7-sonnet-20250219', name: 'Claude 3.7 Sonnet', vendor: 'anthropic', context: 200_000 },
  { id: 'claude-haiku-4-5', name: 'Claude Haiku 4.5', vendor: 'anthropic', context: 200_000 },
  { id: 'command-r7b-12-2024', name: 'Command R7B', vendor: 'cohere', context: 128_000 },
  { id: 'deepseek-chat', name: 'DeepSeek V3', vendor: 'deepseek', context: 64_000 },
  { id: 'ministral-8b-latest', name: 'Ministral 8B', vendor: 'mistral', context: 128_000 },
  { id: 'pixtral-large-latest', name: 'Pixtral Large', vendor: 'mistral', context: 128_000 },
  { id: 'gpt-4', name: 'GPT-4', vendor: 'openai', context: 8_192, deprecated: true },
  { id: 'o1-mini', name: 'o1-mini', vendor: 'openai', context: 128_000 },
  { id: 'grok-3-mini', name: 'Grok 3 mini', vendor: 'xai', context: 131_072 },
];

export const DEFAULT_MODEL = process.env.NEXT_PUBLIC_DEFAULT_MODEL ?? 'gpt-4o';
export const isReasoning = (id: string) => /^o\d/.test(id);
