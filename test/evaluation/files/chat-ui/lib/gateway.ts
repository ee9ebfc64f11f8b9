import OpenAI from 'openai';

const openrouter = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1', apiKey: process.env.OPENROUTER_API_KEY });

export const FREE = 'meta-llama/llama-3.3-70b-instruct:free';

export async function complete(prompt: string, tier: 'free' | 'paid' = 'free') {
  const res = await openrouter.chat.completions.create({
    model: tier === 'free' ? FREE : 'anthropic/claude-3.7-sonnet',
    models: ['google/gemini-2.5-pro', 'mistralai/mistral-nemo', 'qwen/qwen3-coder:free'],
    messages: [{ role: 'user', content: prompt }],
  } as never);
  return res.choices[0]?.message.content;
}
