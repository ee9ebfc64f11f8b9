import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://docs.example.org',
  integrations: [
    searchPlugin({
      embedder: { provider: 'local', model: 'Xenova/multilingual-e5-small' },
      answer: { provider: 'openai', model: 'gpt-4.1-mini' },
    }),
  ],
});
