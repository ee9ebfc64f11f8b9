'use strict';
const { Configuration, OpenAIApi } = require('openai');
const { CohereClient } = require('cohere-ai');
const ollama = require('ollama').default;

const openai = new OpenAIApi(new Configuration({ apiKey: process.env.OPENAI_API_KEY }));

exports.complete = (prompt) => openai.createCompletion({ model: 'gpt-3.5-turbo-instruct', prompt, max_tokens: 64 });
exports.image = (prompt) => openai.createImage({ model: "dall-e-3", prompt, size: '1024x1024' });
exports.embed = (texts) => new CohereClient().embed({ texts, model: 'embed-multilingual-v3.0', inputType: 'search_document' });
exports.local = (content) => ollama.chat({ model: 'gemma2:2b', messages: [{ role: 'user', content }] });
exports.moderate = (input) => openai.createModeration({ model: `omni-moderation-latest`, input });
