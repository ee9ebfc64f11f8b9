import { baseten } from '@ai-sdk/baseten';
import { generateText } from 'ai';

export const ask = (prompt: string) => generateText({ model: baseten('deepseek-ai/DeepSeek-V3-0324'), prompt });
