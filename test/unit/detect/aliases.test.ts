import { describe, expect, it } from 'vitest';
import { isServedName } from '../../../src/core/detect/aliases';
import type { Site } from '../../../src/core/detect/site';

const SITE: Site = { lexical: 'string', where: 'config', key: 'name', parents: [], group: 0 };

function isServed(text: string, site: Partial<Site> = {}, isAsked = false): boolean {
  return isServedName(text, { at: 0, site: { ...SITE, ...site }, isAsked });
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
