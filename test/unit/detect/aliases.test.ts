import { describe, expect, it } from 'vitest';
import { isServedName } from '../../../src/core/detect/aliases';
import type { Site } from '../../../src/core/detect/site';

const SITE: Site = { lexical: 'string', where: 'config', key: 'name', parents: [], group: 0 };

function isServed(text: string, site: Partial<Site> = {}, isAsked = false): boolean {
  return isServedName(text, { at: 0, site: { ...SITE, ...site }, isAsked, maker: 'anthropic' });
}

const LITELLM = 'fast\n    litellm_params:\n      model: openai/gpt-4o\n';

describe('a name that an own server gives its model', () => {
  it.each([
    ['LiteLLM serves a model under it', LITELLM, { key: 'model_name' }],
    ['LocalAI does', 'fast\nparameters:\n  top_k: 5\n  model: a.gguf\n', {}],
    ['its key says so', 'fast', { key: 'served_model_name', where: 'cli' }],
  ] as const)('is one where %s', (_, text, site) => expect(isServed(text, site)).toBe(true));

  it('is one under a key for models where a server on this machine is asked', () => {
    expect(isServed('fast', { key: 'model', where: 'code' }, true)).toBe(true);
    expect(isServed('fast', { key: 'model', where: 'code' }, false)).toBe(false);
    expect(isServed('fast', { key: 'voice', where: 'code' }, true)).toBe(false);
  });

  it.each([
    ['the next entry is what is served', `fast\n- name: other\n${LITELLM}`, {}],
    ['the next document is', `fast\n---\n${LITELLM}`, {}],
    ['nothing is served under it', 'fast\nother: 1\n', {}],
    ['the key is another one', LITELLM, { key: 'title' }],
    ['it stands in code', LITELLM, { where: 'code' }],
    ['it stands in a comment', LITELLM, { lexical: 'comment' }],
    ['what is served comes far behind', `fast\n${'#'.repeat(600)}\n    litellm_params:\n`, {}],
    ['the parameters name no model', 'fast\nparameters:\n  top_k: 5\n', {}],
  ] as const)('is none where %s', (_, text, site) => expect(isServed(text, site)).toBe(false));
});

describe('a name that a command is given', () => {
  const isServedIn = (command: string): boolean =>
    isServedName(command, {
      at: command.indexOf('claude-'),
      site: { ...SITE, lexical: 'bare', where: 'cli', key: '--model' },
      isAsked: true,
      maker: 'anthropic',
    });

  it.each([
    'export LLM_BASE_URL=http://localhost:8080/v1\nask --model claude-opus-4\n',
    'export ANTHROPIC_BASE_URL=http://localhost:8080\nask --model claude-opus-4\n',
    'ask --base-url http://localhost:8080 \\\n  --model claude-opus-4\n',
    '- --model claude-opus-4\n',
  ])('may be that of a server on this machine: %s', (command) => expect(isServedIn(command)).toBe(true));

  it.each([
    'curl -s localhost:8080/log | ask --model claude-opus-4\n',
    'curl localhost:8080/health\nask --model claude-opus-4\n',
    'export OPENAI_BASE_URL=http://localhost:8080/v1\nask --model claude-opus-4\n',
    'LLM_BASE_URL=http://localhost:8080 other hi\nask --model claude-opus-4\n',
  ])('is none where only another command asks there: %s', (command) =>
    expect(isServedIn(command)).toBe(false),
  );
});
