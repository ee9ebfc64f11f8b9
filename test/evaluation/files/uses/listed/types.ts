export type Embedder = 'text-embedding-3-small' | 'text-embedding-3-large';

export const CATALOG = [
  { id: 'gpt-4.1', label: 'GPT-4.1', contextWindow: 1_047_576 },
  { id: 'mistral-small-latest', label: 'Small', contextWindow: 128_000 },
];

export const reasons = (id: string) => id === 'o3-mini' || id.startsWith('claude-opus-4-1');
