import { expect, it } from 'vitest';
import { withoutName } from '../../../src/vscode/results/withoutName';

it.each([
  ['acme/one is api-only', 'is api-only'],
  ['acme/one は api-only です', 'api-only です'],
  ['acme/one は、EU に住所を持つ者には許可されません', 'EU に住所を持つ者には許可されません'],
  ['acme/one のライセンス（MIT）は、ポリシーで禁止', 'ライセンス（MIT）は、ポリシーで禁止'],
  ['acme/one 采用的许可证被策略禁止', '采用的许可证被策略禁止'],
])('says of %j %j', (message, rest) => {
  expect(withoutName(message, 'acme/one')).toBe(rest);
});

it.each(['acme/one', 'acme/one-more is api-only', 'The license of acme/one is unknown'])(
  'leaves %j',
  (message) => {
    expect(withoutName(message, 'acme/one')).toBe(message);
  },
);
