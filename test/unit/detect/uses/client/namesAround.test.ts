import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../../support/builtCatalog';
import { detect } from '../../marked';

describe('the default of a variable, beside an address of the configuration', () => {
  const URL = 'https://api.moonshot.cn/v1';
  const hosts = (text: string, path: string, set: Readonly<Record<string, string>>): readonly unknown[] =>
    detect(text, path, { configValues: new Map(Object.entries(set)) }).references.map(({ host }) => host);
  const PYTHON =
    'c = OpenAI(base_url=os.getenv("LLM_BASE_URL"))\n' +
    'r = c.chat.completions.create(model=os.getenv("LLM_MODEL", "gpt-4o-mini"), messages=m)\n';
  const SCRIPT =
    'const c = new OpenAI({ baseURL: process.env.LLM_BASE_URL });\n' +
    'const r = await c.chat.completions.create({ model: process.env.LLM_MODEL ?? "gpt-4o-mini", messages });\n';

  it.each([
    ['a.py', PYTHON],
    ['a.ts', SCRIPT],
  ])('is asked there only where that sets no other model, in %s', (path, text) => {
    expect(hosts(text, path, { LLM_BASE_URL: URL })).toEqual(['moonshot']);
    expect(hosts(text, path, { LLM_BASE_URL: URL, LLM_MODEL: 'kimi-k2' })).toEqual(['openai']);
  });

  it('is not asked at the address of a variable that its client reads itself', () => {
    const text = 'r = OpenAI().responses.create(model=os.getenv("CHAT_MODEL", "gpt-4o-mini"), input=m)\n';
    expect(hosts(text, 'a.py', { OPENAI_BASE_URL: URL })).toEqual(['moonshot']);
    expect(hosts(text, 'a.py', { OPENAI_BASE_URL: URL, CHAT_MODEL: 'kimi-k2' })).toEqual(['openai']);
  });
});

describe('the word for whose the setting is', () => {
  const hostOf = (text: string, path: string): unknown =>
    detectReferences(text, { path, catalog: builtCatalog() }).references[0]?.host ?? null;

  it.each([
    ["const DEFAULT_CARTESIA_MODEL = 'sonic-3.5';", 'a.ts', 'cartesia'],
    ["const defaultElevenLabsModel = 'eleven_v3';", 'a.ts', 'elevenlabs'],
    ['DEFAULT_INWORLD_MODEL = "inworld-tts-1.5-max"\n', 'a.py', 'inworld'],
    ["setCartesiaModel('sonic-3.5');", 'a.ts', 'cartesia'],
    ['client.set_inworld_model("inworld-tts-2")\n', 'a.py', 'inworld'],
    ["if (engine === 'fish') setFishAudioModel('s2-pro');", 'a.ts', 'fish-audio'],
    ["setModel('sonic-3.5');", 'a.ts', null],
    ["offsetCartesiaModel('sonic-3.5');", 'a.ts', null],
    ["const DEFAULT_MODEL = 'sonic-3.5';", 'a.ts', null],
    ["const defaulted_cartesian_model = 'sonic-3.5';", 'a.ts', null],
  ])('may stand behind one for when it is taken, or what sets it: %s', (text, path, host) => {
    expect(hostOf(text, path)).toBe(host);
  });
});
