import OpenAI from 'openai';

const kimi = new OpenAI({ baseURL: 'https://api.moonshot.cn/v1', apiKey: process.env.KIMI_KEY });
const own = new OpenAI({ baseURL: 'http://10.1.2.3:8000/v1', apiKey: 'none' });
const unknown = new OpenAI({ baseURL: 'https://llm.acme.ai/v1', apiKey: process.env.ACME_KEY });

export const a = () => kimi.chat.completions.create({ model: 'moonshot-v1-8k', messages: [] });
export const b = () => own.chat.completions.create({ model: 'Qwen/Qwen3-8B', messages: [] });
export const c = () => unknown.chat.completions.create({ model: 'Qwen/Qwen3-30B-A3B', messages: [] });
