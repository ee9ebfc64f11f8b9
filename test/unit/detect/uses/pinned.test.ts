import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const ROUTER = 'c = OpenAI(base_url="https://openrouter.ai/api/v1")\n';
const HUB = 'c = OpenAI(base_url="https://router.huggingface.co/v1")\n';
const ask = (model: string, more = ''): string => `c.chat.completions.create(model="${model}"${more})\n`;
const body = (provider: string): string => ask('qwen/qwen3-32b', `, extra_body={"provider": {${provider}}}`);

describe('whom a service may pass a call on to', () => {
  it.each([
    ['a.py', ROUTER + body('"only": ["siliconflow", "deepinfra/turbo"]'), ['siliconflow', 'deepinfra']],
    ['a.py', ROUTER + body('"order": ["groq"], "allow_fallbacks": False'), ['groq']],
    ['a.py', ROUTER + body('"only": ["nobody-knows"]'), ['nobody-knows']],
    ['a.py', HUB + ask('Qwen/Qwen3-32B:groq'), ['groq']],
    ['a.py', HUB + ask('zai-org/GLM-4.6:zai-org'), ['zhipu']],
    ['a.py', 'litellm.completion(model="huggingface/groq/Qwen/Qwen3-32B", messages=m)\n', ['groq']],
    ['a.yaml', 'litellm_params:\n  model: huggingface/groq/Qwen/Qwen3-32B\n', ['groq']],
    [
      'a.ts',
      "const r = createOpenRouter({ apiKey });\nawait generateText({ model: r('qwen/qwen3-32b', { provider: { only: ['fireworks'] } }) });\n",
      ['fireworks'],
    ],
    [
      'a.json',
      '{"base_url": "https://openrouter.ai/api/v1", "model": "qwen/qwen3-32b", "provider": {"only": ["amazon-bedrock"]}}',
      ['bedrock'],
    ],
  ])('is what the request says: %s %s', (path, text, passedTo) => {
    expect(detect(text, path).references).toMatchObject([{ role: 'calls', passedTo }]);
  });

  it.each([
    ['others are left', ROUTER + body('"order": ["groq"]')],
    ['some are only left out', ROUTER + body('"ignore": ["groq"]')],
    ['a word orders them', HUB + ask('Qwen/Qwen3-32B:fastest')],
    ['another request says so', ROUTER + ask('qwen/qwen3-32b') + 'send({"provider": {"only": ["groq"]}})\n'],
    ['nothing is passed on', 'c = Groq()\n' + ask('qwen/qwen3-32b', ', extra={"provider": {"only": ["x"]}}')],
  ])('is open where %s', (_, text) => {
    const [reference] = detect(text, 'a.py').references;
    expect(reference).toMatchObject({ role: 'calls' });
    expect(reference).not.toHaveProperty('passedTo');
  });
});

describe('the provider that a request through Hugging Face names', () => {
  const JS =
    "import { InferenceClient } from '@huggingface/inference';\nconst hf = new InferenceClient(token);\n";
  const PY = 'from huggingface_hub import InferenceClient\n';

  it.each([
    ['a.ts', `${JS}hf.chatCompletion({ model: 'zai-org/GLM-4.6', provider: 'zai-org' });\n`, 'zhipu'],
    ['a.ts', `${JS}hf.chatCompletion({ model: 'Qwen/Qwen3-32B', provider: 'nebius' });\n`, 'nebius'],
    ['a.ts', `${JS}hf.chatCompletion({ model: 'Qwen/Qwen3-32B', provider: 'auto' });\n`, 'huggingface'],
    ['a.ts', `${JS}hf.chatCompletion({ model: 'zai-org/GLM-4.6' });\n`, 'huggingface'],
    ['a.py', `${PY}InferenceClient(provider="zai-org").chat_completion(model="zai-org/GLM-4.6")\n`, 'zhipu'],
  ])('is asked: %s %s', (path, text, host) => {
    expect(detect(text, path).references).toMatchObject([{ role: 'calls', host }]);
  });
});
