export const NAMES = ['gpt-4o' as const, 'gpt-4o-mini' as const];
export const Models = { GPT4O: 'gpt-4o', BEST: 'claude-3-opus-20240229' } as const;
export const settings = { provider: 'openai', llm: 'gpt-4.1-mini' };
