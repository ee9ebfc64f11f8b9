import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const hostsOf = (text: string, path: string): readonly (string | null)[] =>
  detect(text, path).references.map(({ host }) => host);

describe('a client of Ollama that is made for a server', () => {
  const FAR = 'inference.example-gpu.io';

  it.each([
    [
      'a.rs',
      'let o = Ollama::new("AT".to_string(), 443);\nlet r = GenerationRequest::new("qwen3:8b".to_string(), p);\n',
    ],
    ['a.cs', 'var o = new OllamaApiClient(new Uri("AT"));\no.SelectedModel = "qwen3:8b";\n'],
    [
      'a.go',
      'import "github.com/ollama/ollama/api"\nu, _ := url.Parse("AT")\nc := api.NewClient(u, h)\n' +
        'c.Chat(ctx, &api.ChatRequest{Model: "qwen3:8b"}, f)\n',
    ],
    [
      'a.ts',
      "const ollama = new Ollama({ host: 'AT' });\nawait ollama.chat({ model: 'qwen3:8b', messages });\n",
    ],
    ['a.ex', 'client = Ollama.init("AT")\nOllama.chat(client, model: "qwen3:8b", messages: m)\n'],
    ['a.py', 'from langchain_ollama import ChatOllama\nc = ChatOllama(model="qwen3:8b", base_url="AT")\n'],
  ])('%s: gets the model where that is', (path, text) => {
    expect(hostsOf(text.replace('AT', `https://${FAR}`), path)).toEqual([FAR]);
    expect(hostsOf(text.replace('AT', 'http://localhost:11434'), path)).toEqual(['self']);
  });

  it('says nothing where others are made for other servers', () => {
    const made = `let a = Ollama::new("https://${FAR}", 443);\nlet b = Ollama::new("http://localhost", 11434);\n`;
    expect(hostsOf(`${made}let r = GenerationRequest::new("qwen3:8b", p);\n`, 'a.rs')).toEqual(['self']);
  });
});
