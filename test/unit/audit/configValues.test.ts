import { describe, expect, it } from 'vitest';
import { ConfigValues, saysSettings } from '../../../src/core/audit/configValues';
import type { LayeredMap } from '../../../src/core/text/layeredMap';
import { askedInstead } from '../../../src/core/detect/configValues';

function valuesOf(files: Readonly<Record<string, Readonly<Record<string, string>>>>): ConfigValues {
  const config = new ConfigValues();
  for (const [path, values] of Object.entries(files)) config.add(path, new Map(Object.entries(values)));
  return config;
}

describe('configuration', () => {
  it('of the nearest folder up the tree counts', () => {
    const config = valuesOf({ '.env': { MODEL: 'root' }, 'a/.env': { MODEL: 'a' } });
    expect(['x.py', 'a/x.py', 'a/b/x.py', 'c/x.py'].map((path) => config.of(path).get('MODEL'))).toEqual([
      'root',
      'a',
      'a',
      'root',
    ]);
  });

  it('is also what code keeps for other code', () => {
    const config = new ConfigValues();
    config.read('src/consts.py', 'OWNER = "acme"\nMODEL = "gpt-4o"\n');
    expect(saysSettings('src/consts.py') && !saysSettings('src/main.py')).toBe(true);
    expect([...config.of('src/main.py')]).toEqual([
      ['part consts OWNER', 'acme\tsrc/consts.py'],
      ['part consts MODEL', 'gpt-4o\tsrc/consts.py'],
    ]);
  });

  it('of another folder counts when all agree', () => {
    expect(
      valuesOf({ 'conf/x.yaml': { MODEL: 'one' } })
        .of('src/a.py')
        .get('MODEL'),
    ).toBe('one');
    expect(
      valuesOf({ 'a/x.yaml': { MODEL: 'one' }, 'b/x.yaml': { MODEL: 'two' } })
        .of('src/a.py')
        .get('MODEL'),
    ).toBeUndefined();
    expect(
      valuesOf({ 'a/x.yaml': { MODEL: 'one' }, 'b/x.yaml': { MODEL: 'one' } })
        .of('src/a.py')
        .get('MODEL'),
    ).toBe('one');
  });

  it('names what servers offer to their own part of the tree, or to all from its top and from folders for running it', () => {
    const config = new ConfigValues();
    config.addServed('stt/aliases.json', new Map([['whisper-1', 'alias']]));
    config.addServed('deploy/vllm/compose.yaml', new Map([['desk-chat', 'name']]));
    config.addServed('compose.yaml', new Map([['desk-chat', 'alias']]));
    expect([...config.served('stt/src/api.py')]).toEqual([
      ['desk-chat', 'name'],
      ['whisper-1', 'alias'],
    ]);
    expect([...config.served('app/src/ask.py')]).toEqual([['desk-chat', 'name']]);
    expect(config.served('web/ask.ts')).toBe(config.served('app/src/ask.py'));
  });

  it.each([
    ['設定/litellm.yaml', true],
    ['基盤/main.tf', true],
    // As Macs keep names of files.
    ['ゲートウェイ/litellm.yaml'.normalize('NFD'), true],
    ['部署/compose.yaml', true],
    ['my conf/litellm.yaml', true],
    ['llm-gateway/litellm.yaml', true],
    ['音声/litellm.yaml', false],
    ['reconf/litellm.yaml', false],
    ['configurator/litellm.yaml', false],
  ])('takes %s as what runs the whole tree: %s', (path, isForAll) => {
    const config = new ConfigValues();
    config.addServed(path, new Map([['desk-chat', 'name']]));
    expect(config.served('app/src/ask.py').has('desk-chat')).toBe(isForAll);
  });

  it('tells of lists that scripts read', () => {
    const config = new ConfigValues();
    config.read('scripts/get.sh', 'xargs -n1 ollama pull < ../conf/names.txt');
    config.read('Dockerfile', 'RUN xargs -n1 hf download < models.txt');
    expect([...config.of('conf/x').values()].sort()).toEqual([
      'huggingface loads command:hf download',
      'ollama loads command:ollama pull',
    ]);
  });

  it('that all folders see is kept once', () => {
    const config = valuesOf({ '.env': { MODEL: 'root' }, 'a/.env': { A: 'a' }, 'b/.env': { B: 'b' } });
    const [a, b] = ['a/x.py', 'b/x.py'].map((path) => config.of(path) as LayeredMap<string>);
    expect(a?.above).toBe(b?.above);
    expect([...(a?.own ?? [])]).toEqual([['A', 'a']]);
  });

  it('is the first of a folder', () => {
    expect(
      valuesOf({ '.env': { MODEL: 'one' }, '.env.example': { MODEL: 'two' } })
        .of('a.py')
        .get('MODEL'),
    ).toBe('one');
  });

  it('that turns a client counts in its folder alone, where its files agree', () => {
    const on = { GOOGLE_GENAI_USE_VERTEXAI: '1' };
    const config = valuesOf({
      'a/.env.example': on,
      'b/.env': on,
      'b/.env.example': { GOOGLE_GENAI_USE_VERTEXAI: '0' },
    });
    expect(
      ['a/agent/x.py', 'b/x.py', 'c/x.py'].map((path) => config.of(path).get('GOOGLE_GENAI_USE_VERTEXAI')),
    ).toEqual(['1', '', undefined]);
  });

  it('of code counts for its program, where manifests name such clients', () => {
    const files = {
      'a/pyproject.toml': 'dependencies = ["google-genai>=1"]\n',
      'a/main.py': 'client = genai.Client(vertexai=True)\n',
      'a/tests/test_main.py': 'client = genai.Client(api_key="x")\n',
      'b/requirements.txt': 'requests\n',
      'b/main.py': 'client = genai.Client(vertexai=True)\n',
    };
    const config = new ConfigValues();
    for (const [path, text] of Object.entries(files)) if (saysSettings(path)) config.read(path, text);
    const code = Object.entries(files).filter(([path]) => config.mayMakeClient(path));
    for (const [path, text] of code) config.readCode(path, text);
    expect(code.map(([path]) => path)).toEqual(['a/main.py']);
    expect(
      ['a/src/config.py', 'b/src/config.py', 'c.py'].map((path) => askedInstead(config.of(path), 'google')),
    ).toEqual(['vertex', undefined, undefined]);
  });

  it('is one object for folders that see the same', () => {
    const config = valuesOf({ '.env': { MODEL: 'root' } });
    expect(config.of('a/b/c.py')).toBe(config.of('d.py'));
  });
});
