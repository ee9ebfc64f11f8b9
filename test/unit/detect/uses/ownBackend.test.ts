import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

/** Who is asked for each name that a text calls. */
function asked(text: string, path: string): readonly unknown[] {
  return detect(text, path)
    .references.filter(({ role, where }) => role === 'calls' && where !== 'url')
    .map(({ host }) => host);
}

const STATE = 'const [model, setModel] = useState<string>("gpt-4o");\n';

describe('what a page asks its own server for', () => {
  it.each([
    ['a.tsx', STATE],
    ['a.tsx', 'const [settings, set] = useState({ model: "gpt-4o", temperature: 0.1 });\n'],
    ['a.vue', "<script setup>\nconst model = ref('gpt-4o')\n</script>\n"],
    ['a.vue', "<script>\nexport default { data() { return { model: 'gpt-4o' } } }\n</script>\n"],
    ['a.svelte', "<script>\n  let model = 'gpt-4o';\n</script>\n"],
    ['a.ts', "class A {\n  model = signal('gpt-4o');\n}\n"],
    ['a.ts', 'const MODEL = "gpt-4o";\nfetch("/api/chat", { body: JSON.stringify({ model: MODEL }) });\n'],
    ['a.ts', 'fetch(`/api/chat`, { body: JSON.stringify({ model: "gpt-4o" }) });\n'],
    ['a.ts', "this.http.post<Answer>('/api/chat', { model: 'gpt-4o' });\n"],
    ['a.js', "$.ajax({ url: '/ask', data: { model: 'gpt-4o' } });\n"],
    ['a.tsx', "const { messages } = useChat({ api: '/api/chat', body: { model: 'gpt-4o' } });\n"],
    [
      'a.py',
      'name = st.text_input("Model", "gpt-4o")\nrequests.post(f"{API}/api/chat", json={"model": name})\n',
    ],
    ['a.dart', "String model = 'gpt-4o';\nhttp.post(Uri.parse('$base/api/chat'), body: {'model': model});\n"],
  ])('is called by somebody, in %s: %s', (path, text) => {
    expect(asked(text, path)).toEqual([null]);
  });

  it.each([
    ['a.tsx', `${STATE}const client = new OpenAI({ apiKey, dangerouslyAllowBrowser: true });\n`],
    [
      'a.tsx',
      `${STATE}fetch("https://api.openai.com/v1/chat/completions", { body: JSON.stringify({ model }) });\n`,
    ],
    [
      'route.ts',
      'import { openai } from "@ai-sdk/openai";\nimport { streamText } from "ai";\nconst { model = "gpt-4o" } = await req.json();\nstreamText({ model: openai(model) });\nfetch("/api/log");\n',
    ],
    ['a.py', 'MODEL = "gpt-4o"\n@v1.post("/chat")\ndef chat(): ...\n'],
    ['a.ts', "const MODEL = 'gpt-4o';\napp.post('/chat', (req, res) => {});\n"],
    ['a.ts', 'const MODEL = "gpt-4o";\nfetch("//cdn.example.com/a.js");\n'],
    ['a.py', 'MODEL = "gpt-4o"\nrequests.post(f"{API}/usage", json={"n": 1})\n'],
  ])('is no page that asks the service itself, in %s: %s', (path, text) => {
    expect(asked(text, path)).toEqual(['openai']);
  });

  describe('by a client that it makes', () => {
    const page = (made: string): string =>
      `<script setup>\nimport { LiveClient } from '~/utils/LiveClient'\nconst live = ref(null)\n` +
      `live.value = new LiveClient(${made})\nawait live.value.connect({ model: 'models/gemini-2.0-flash-exp' })\n</script>\n`;

    it.each(['{ apiKey: GEMINI_API_KEY }', 'geminiApiKey', '{ apiKey: keys.value.geminiApiKey }'])(
      'is asked at its own service for a key to that: %s',
      (made) => {
        expect(asked(page(made), 'a.vue')).toEqual(['google']);
      },
    );

    it.each([
      '{ apiKey: props.token }',
      '{ apiKey: OPENAI_API_KEY }',
      '{ apiKey: GEMINI_API_KEY, url: base }',
      "'/live', GEMINI_API_KEY",
      '',
    ])('is asked by somebody where it says no more: %s', (made) => {
      expect(asked(page(made), 'a.vue')).toEqual([null]);
    });
  });

  it('is in the end asked of OpenRouter for a route that it alone has', () => {
    const state = (model: string): string => `const [model, setModel] = useState('${model}');\n`;
    expect(asked(state('google/gemini-2.0-flash-exp:free'), 'a.tsx')).toEqual(['openrouter']);
    expect(asked(state('deepseek/deepseek-chat:nitro'), 'a.tsx')).toEqual(['openrouter']);
    const listed = 'import { createOpenRouter } from "@openrouter/ai-sdk-provider";\n';
    expect(asked(listed + state('minimax/minimax-m2.1'), 'a.tsx')).toEqual([null]);
  });

  it('is weights that are loaded where it has them', () => {
    const [found] = detect('const [model] = useState("Qwen/Qwen3-8B");\n', 'a.tsx').references;
    expect(found?.role).toBe('loads');
  });
});
