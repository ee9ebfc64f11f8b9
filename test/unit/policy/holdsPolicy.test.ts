import { describe, expect, it } from 'vitest';
import { holdsPolicy } from '../../../src/core/policy/holdsPolicy';

describe('a file that holds a policy', () => {
  it.each([
    ['base.yaml', 'version: 1\nuse: { purpose: commercial }\nmodels: { allow: ["openai/gpt-4*"] }\n'],
    ['base.yml', '# Ours\nversion: 1\nmodels:\n  deny:\n    - "deepseek-ai/*"\n'],
    ['base.json', '{"version": 1, "licenses": {"deny": ["gemma"]}}'],
  ])('%s is one: %j', (path, text) => expect(holdsPolicy(path, text)).toBe(true));

  it.each([
    ['settings of a gateway', 'gateway.yaml', 'version: 1\nmodels:\n  allow: [gpt-4]\n  default: gpt-4\n'],
    ['models of a program', 'models.yaml', 'version: 1\nmodels:\n  gpt-4: { license: MIT }\n'],
    ['a policy with a mistake', 'base.yaml', 'version: 1\nuse: { purpose: sale }\n'],
    ['no version', 'base.yaml', 'licenses: { deny: [gemma] }\n'],
    ['code', 'base.py', 'version: 1\nlicenses: { deny: [gemma] }\n'],
  ])('%s is none', (_, path, text) => expect(holdsPolicy(path, text)).toBe(false));
});
