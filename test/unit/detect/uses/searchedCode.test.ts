import { describe, expect, it } from 'vitest';
import { roles } from '../marked';

const OLD = 'claude-3-opus-20240229';
const HEAD = 'rules:\n  - id: ended\n    languages: [python]\n    severity: ERROR\n    message: no\n';

describe('what rules of a linter look for', () => {
  it.each([
    ['.semgrep/a.yml', `${HEAD}    pattern-regex: ${OLD}\n`],
    [
      '.semgrep/a.yml',
      `${HEAD}    pattern-either:\n      - pattern: '"${OLD}"'\n      - pattern-not: ${OLD}\n`,
    ],
    [
      'a.yml',
      `${HEAD}    patterns:\n      - metavariable-regex:\n          metavariable: $M\n          regex: ${OLD}\n`,
    ],
    [
      'a.json',
      `{"rules": [{"id": "a", "languages": ["go"], "severity": "ERROR", "message": "no", "pattern-regex": "${OLD}"}]}`,
    ],
    ['a.yml', `id: ended\nlanguage: Python\nrule:\n  regex: ${OLD}\n`],
  ])('is no use: %s %s', (path, text) => {
    expect(roles(text, path).filter(([, role]) => role !== 'mentions')).toEqual([]);
  });

  it.each([
    ['a rule of something else', `rules:\n  - id: a\n    message: no\n    pattern: ${OLD}\n`],
    ['another key of one', `${HEAD}    model: ${OLD}\n    pattern: x\n`],
  ])('is asked for in %s', (_, text) => {
    expect(roles(text, 'a.yml')).toContainEqual([OLD, 'calls']);
  });
});
