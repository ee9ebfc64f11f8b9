import { describe, expect, it } from 'vitest';
import { roles } from './marked';

describe('what Ollama has under a name that the project gives', () => {
  it.each([
    ['a.sh', 'ollama cp qwen2.5:7b gpt-4o\n'],
    ['Makefile', 'up:\n\tollama cp qwen2.5:7b gpt-4o\n'],
    ['a.sh', `curl $OLLAMA_HOST/api/copy -d '{"source": "qwen2.5:7b", "destination": "gpt-4o"}'\n`],
  ])('is another one: the source is what runs: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual([
      ['qwen2.5:7b', 'loads'],
      ['gpt-4o', 'mentions'],
    ]);
  });

  it.each([
    ['a.sh', 'ollama create gpt-4o -f Modelfile\n'],
    ['a.py', 'requests.post("http://ollama:11434/api/create", json={"model": "gpt-4o", "files": f})\n'],
  ])('is none of a service: %s %s', (path, text) => {
    expect(roles(text, path)).toEqual([['gpt-4o', 'mentions']]);
  });

  it('is what it is called where the library has that', () => {
    expect(roles('ollama create llama3.1:8b -f "$DIR/Modelfile"\n', 'a.sh')).toEqual([
      ['llama3.1:8b', 'loads'],
    ]);
  });

  it.each([
    `curl localhost:11434/api/create -d @a.json\ncurl https://api.openai.com/v1/chat/completions -d '{"model": "gpt-4o"}'\n`,
    `curl https://api.openai.com/v1/chat/completions -d '{"model": "gpt-4o"}' # not ollama\n`,
  ])('is one where a service is asked for it: %s', (text) => {
    expect(roles(text, 'a.sh')).toEqual([['gpt-4o', 'calls']]);
  });
});
