import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../support/builtCatalog';

describe('the path of a library before a name with its provider', () => {
  const uses = (text: string, path = 'a.py'): readonly string[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(
      ({ text: name, id, host }) => `${name} ${id} ${host ?? '-'}`,
    );
  const CLAUDE = 'litellm/anthropic/claude-opus-4-8';
  const OSS = 'litellm/groq/openai/gpt-oss-120b';
  const agent = (module: string, model: string): string =>
    `from ${module} import Agent\na = Agent(name="a", model="${model}")\n`;

  it('is asked by in the program that is an agent of the SDK', () => {
    expect(uses(agent('agents', CLAUDE))).toEqual([`${CLAUDE} claude-opus-4-8 anthropic`]);
    expect(uses(agent('agents', OSS))).toEqual([`${OSS} openai/gpt-oss-120b groq`]);
    expect(uses(`from agents.models import x\nMODEL = "${OSS}"\n`)).toEqual([
      `${OSS} openai/gpt-oss-120b groq`,
    ]);
  });

  it('is found elsewhere, where it says nobody who is asked', () => {
    for (const [name, id] of [
      [CLAUDE, 'claude-opus-4-8'],
      [OSS, 'openai/gpt-oss-120b'],
    ] as const)
      expect(uses(`agent:\n  model: ${name}\n`, 'a.yaml')).toEqual([`${name} ${id} -`]);
    expect(uses(agent('house.agents', CLAUDE))).toEqual([`${CLAUDE} claude-opus-4-8 -`]);
  });
});
