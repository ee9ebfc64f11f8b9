import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { silencedIn } from '../../../src/core/policy/silencedIn';

function silenced(outer: string, inner: string): readonly string[] {
  const read = (text: string) => readPolicy(`version: 1\n${text}`, 'p.yaml').policy!;
  return silencedIn(read(inner), read(outer));
}

const DENIES = 'models: { deny: [a/b] }';
describe('what a policy in a folder keeps from being told', () => {
  it.each([
    [DENIES, 'contexts: { product: "off" }', ['contexts.product error']],
    [`${DENIES}\ncontexts: { test: warning }`, 'contexts: { test: hint }', ['contexts.test warning']],
    [DENIES, 'contexts: { paths: { "**": docs } }', ['contexts.paths **']],
    [DENIES, 'ignore: { paths: ["**/*"] }', ['ignore.paths **/*']],
    [DENIES, 'ignore: { paths: ["**/*.py"] }', ['ignore.paths **/*.py']],
    [DENIES, 'exceptions: [{ model: "*/*", reason: pilot }]', ['exceptions */*']],
    [DENIES, 'ignore: { paths: ["**/*.{py,ts}"] }', ['ignore.paths **/*.{py,ts}']],
    [DENIES, 'ignore: { paths: ["?*"] }', ['ignore.paths ?*']],
    [DENIES, 'ignore: { paths: ["./**"] }', ['ignore.paths ./**']],
    [DENIES, 'exceptions: [{ model: "{*,x}", reason: pilot }]', ['exceptions {*,x}']],
    [
      `${DENIES}\nexceptions: [{ model: "**", rules: [license/unknown], reason: pilot }]`,
      'exceptions: [{ model: "**", reason: pilot }]',
      ['exceptions **'],
    ],
    [
      `${DENIES}\nexceptions: [{ model: "**", paths: ["x/**"], reason: pilot }]`,
      'exceptions: [{ model: "**", reason: pilot }]',
      ['exceptions **'],
    ],
    [
      `${DENIES}\nexceptions: [{ model: "**", expires: 2026-12-31, reason: pilot }]`,
      'exceptions: [{ model: "**", expires: 2027-12-31, reason: pilot }]',
      ['exceptions **'],
    ],
    [
      `${DENIES}\ncontexts: { paths: { "**": tooling } }`,
      'contexts: { paths: { "**": data } }',
      ['contexts.paths **'],
    ],
  ])('tells what is under %s and not below it: %s', (outer, inner, found) => {
    expect(silenced(outer, inner)).toEqual(found);
  });

  it.each([
    [DENIES, 'contexts: { test: "off", product: error }'],
    [DENIES, 'contexts: { paths: { "**": product, "lab/**": test } }'],
    [DENIES, 'ignore: { paths: ["old/**"] }'],
    [DENIES, 'exceptions: [{ model: a/b, reason: pilot }]'],
    [DENIES, 'describe: { acme/own: { license: mit } }'],
    [
      `${DENIES}\nignore: { paths: ["**"] }\nexceptions: [{ model: "*/*", expires: 2026-12-31, reason: pilot }]`,
      'ignore: { paths: ["**"] }\nexceptions: [{ model: "*/*", expires: 2026-11-30, reason: pilot }]',
    ],
    [
      `${DENIES}\nexceptions: [{ model: "**", paths: ["x/**"], rules: [model/denied], reason: pilot }]`,
      'exceptions: [{ model: "**", paths: ["x/**"], rules: [model/denied], reason: pilot }]',
    ],
    [`${DENIES}\ncontexts: { paths: { "**": data } }`, 'contexts: { paths: { "**": data } }'],
    [`${DENIES}\nuse: { purpose: commercial }`, 'use: { purpose: research }'],
  ])('lets a folder under %s have its own: %s', (outer, inner) => {
    expect(silenced(outer, inner)).toEqual([]);
  });
});
