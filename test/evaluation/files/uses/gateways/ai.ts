import { groq } from '@ai-sdk/groq';
import { google } from '@ai-sdk/google';
import { generateText } from 'ai';

export const fast = () => generateText({ model: groq('openai/gpt-oss-120b'), prompt: 'x' });
export const wide = () => generateText({ model: google('gemini-2.5-pro'), prompt: 'x' });
