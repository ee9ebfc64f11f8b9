import { describe, expect, it } from 'vitest';
import { stepsOf } from '../steps';
import { detect } from './marked';

const keptIn = (text: string, path: string): readonly string[] =>
  (detect(text, path).clients ?? [])
    .filter(({ isAddress }) => isAddress === true)
    .map(({ name, host }) => `${name} ${String(host)}`);

const AT = 'https://api.groq.com/openai/v1';

describe('addresses that a text keeps for other files', () => {
  it.each([
    ['a.ts', `export const URL: string = "${AT}";\n`, ['URL groq']],
    ['a.ts', `export const URL = process.env.URL ?? "${AT}";\n`, ['URL groq']],
    ['a.ts', `export const URLS = { llm: '${AT}' };\n`, ['URLS.llm groq']],
    ['a.ts', `export default { llm: '${AT}' };\n`, ['default.llm groq']],
    ['a.js', `module.exports = {\n  llm: "${AT}",\n};\n`, ['default.llm groq']],
    ['a.py', `URL = os.getenv("URL", "${AT}")\n`, ['URL groq']],
    [
      'a.py',
      `class Settings(BaseSettings):\n    a: int = 3\n\n    url: str = Field(default="${AT}")\n\nsettings = Settings()\n`,
      ['Settings.url groq', 'settings.url groq'],
    ],
    ['a.go', `package a\n\nconst URL = "${AT}"\n`, ['URL groq']],
    ['A.cs', `static class Urls\n{\n    public const string Llm = "${AT}";\n}\n`, ['Urls.Llm groq']],
    ['a.rb', `module Urls\n  LLM = "${AT}"\nend\n`, ['Urls.LLM groq']],
  ])('are found in %s: %s', (path, text, kept) => expect(keptIn(text, path)).toEqual(kept));

  it.each([
    ['a.ts', `function f() {\n  const URL = "${AT}";\n}\n`],
    ['a.py', `def f():\n    url = "${AT}"\n`],
    ['a.py', `# URL = "${AT}"\n`],
    ['a.py', `other.URL = "${AT}"\n`],
    ['a.ts', `ask("${AT}");\n`],
    ['a.ts', 'export const URL = "https://github.com/acme/app";\n'],
  ])('are none in %s: %s', (path, text) => expect(keptIn(text, path)).toEqual([]));

  it('are open where a branch gives the name another value', () =>
    expect(keptIn(`URL = "${AT}"\nif x:\n    URL = "http://localhost:1/v1"\n`, 'a.py')).toEqual([
      'URL null',
    ]));

  const OTHER = 'https://openrouter.ai/api/v1';
  const clientsOf = (text: string, path: string) =>
    (detect(text, path).clients ?? []).filter(({ isAddress }) => isAddress === true);

  it.each([
    ['a.py', `URL = "${AT}" if PROD else "${OTHER}"\n`, 'URL'],
    ['a.py', `URL = "${AT}"\nif DEBUG:\n    URL = "${OTHER}"\n`, 'URL'],
    ['a.ts', `export let URL = "${AT}";\nif (dev) {\n  URL = "${OTHER}";\n}\n`, 'URL'],
    ['a.ts', `export const urls = { llm: "${AT}" };\nurls.llm = "${OTHER}";\n`, 'urls.llm'],
  ])('may be others that the text writes for the name: %s %s', (path, text, name) =>
    expect(clientsOf(text, path).find((one) => one.name === name)?.mayBe).toEqual([AT, OTHER]),
  );

  it.each([
    ['a.ts', `export const URL = "${AT}";\nexport const OTHER = "${OTHER}";\n`],
    ['a.ts', `export const one = { url: "${AT}" };\nexport const two = { url: "${OTHER}" };\n`],
    ['a.py', `class One:\n    url = "${AT}"\n\nclass Two:\n    url = "${OTHER}"\n`],
  ])('are none that it writes for other names: %s %s', (path, text) =>
    expect(clientsOf(text, path).flatMap(({ mayBe = [] }) => mayBe)).toEqual([]),
  );

  it.each([
    ['a.py', `from app import config\n\nconfig.URL = "${OTHER}"\n`, ['config', 'URL']],
    [
      'a.py',
      `from app.config import settings\n\nsetattr(settings, "url", "${OTHER}")\n`,
      ['settings', 'url'],
    ],
    ['a.ts', `import { urls } from "./urls";\nObject.assign(urls, { llm: "${OTHER}" });\n`, ['urls', 'llm']],
    ['a.ts', `import { urls } from "./urls";\nurls["llm"] = "${OTHER}";\n`, ['urls', 'llm']],
    [
      'a.go',
      `package a\n\nimport "b.org/app/urls"\n\nfunc F() {\n\tflag.StringVar(&urls.LLM, "llm", "${OTHER}", "x")\n}\n`,
      ['urls', 'LLM'],
    ],
    ['A.cs', `class A\n{\n    void F()\n    {\n        Urls.Llm = "${OTHER}";\n    }\n}\n`, ['Urls', 'Llm']],
  ])('are put in place of those of other files: %s %s', (path, text, names) =>
    expect(clientsOf(text, path).flatMap(({ sets }) => sets ?? [])).toMatchObject([
      { path: path.endsWith('.go') ? names.slice(1) : names },
    ]),
  );

  it.each([
    ['a.py', `from app.config import settings\n\n# settings.url = "${OTHER}"\n`],
    ['a.py', `from app.config import settings\n\nassert settings.url == "${OTHER}"\n`],
    ['a.ts', `const urls = load();\nurls.llm = "${OTHER}";\n`],
  ])('are put in place of no other: %s %s', (path, text) =>
    expect(clientsOf(text, path).flatMap(({ sets }) => sets ?? [])).toEqual([]),
  );

  it('are found in time that grows with the text', () => {
    const text = (count: number): string =>
      Array.from({ length: count }, (_, index) => `export const URL_${String(index)} = "${AT}";\n`).join('');
    const steps = [100, 200].map((count) => stepsOf(() => keptIn(text(count), 'a.ts')));
    expect((steps[1] ?? 0) / (steps[0] ?? 1)).toBeLessThan(2.6);
  });
});
