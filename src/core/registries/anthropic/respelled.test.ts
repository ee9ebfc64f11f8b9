import { describe, expect, it } from 'vitest';
import { anthropic } from './index';

describe('the letters of a constant of Anthropic', () => {
  it.each([
    ['claudev21', 'claude21'],
    ['claude35sonnet', 'claude35sonnet claudesonnet35'],
    ['claude4opus', 'claudeopus4 claude4opus'],
    ['sonnet35', 'claude35sonnet claudesonnet35'],
    ['claudeopus4v20250514', 'claudeopus420250514 claude4opus20250514'],
    ['claudeopus420250514', 'claudeopus420250514 claude4opus20250514'],
    ['claudehaiku4x', 'claudehaiku4x claude4haikux'],
    ['claudeinstant', 'claudeinstant'],
    ['claudesonnet37latest', 'claude37sonnetlatest claudesonnet37latest'],
    ['claudexopus4', 'claudexopus4'],
    ['claude3sonnet20240229', 'claude3sonnet20240229 claudesonnet320240229'],
    ['claudesonnet4522', 'claudesonnet4522'],
  ])('%s may be %s', (letters, names) => expect(anthropic.respelled?.(letters).join(' ')).toBe(names));
});
