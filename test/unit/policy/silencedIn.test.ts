import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { silencedIn } from '../../../src/core/policy/silencedIn';

function silenced(outer: string, inner: string): readonly string[] {
  const read = (text: string) => readPolicy(`version: 1\n${text}`, 'p.yaml').policy!;
  return silencedIn(read(inner), read(outer));
}

const DENIES = 'models: { deny: [a/b] }';
const LOCKS = `${DENIES}\nlocked: [model/denied]`;

describe('what a policy in a folder keeps from being told', () => {
  it.each([
    [DENIES, 'contexts: { product: "off" }', ['contexts.product error']],
    [`${DENIES}\ncontexts: { test: warning }`, 'contexts: { test: hint }', ['contexts.test warning']],
    [DENIES, 'contexts: { paths: { "**": docs } }', ['contexts.paths **']],
    [DENIES, 'ignore: { paths: ["**/*"] }', ['ignore.paths **/*']],
    [DENIES, 'ignore: { paths: ["**/*.py"] }', ['ignore.paths **/*.py']],
    [DENIES, 'exceptions: [{ model: "*/*", reason: pilot }]', ['exceptions */*']],
    [LOCKS, 'exceptions: [{ model: a/b, reason: pilot }]', ['exceptions a/b']],
    [LOCKS, 'ignore: { paths: ["old/**"] }', ['ignore.paths old/**']],
    [LOCKS, 'contexts: { paths: { "src/**": data } }', ['contexts.paths src/**']],
    [LOCKS, 'describe: { acme/own: { license: mit } }', ['describe acme/own']],
    [
      `${LOCKS}\ndescribe: { acme/own: { license: gemma } }`,
      'describe: { acme/own: { license: mit } }',
      ['describe acme/own'],
    ],
    [DENIES, 'ignore: { paths: ["**/*.{py,ts}"] }', ['ignore.paths **/*.{py,ts}']],
    [DENIES, 'ignore: { paths: ["?*"] }', ['ignore.paths ?*']],
    [DENIES, 'ignore: { paths: ["./**"] }', ['ignore.paths ./**']],
    [DENIES, 'exceptions: [{ model: "{*,x}", reason: pilot }]', ['exceptions {*,x}']],
    // The same words mean another folder there.
    [`${LOCKS}\nignore: { paths: ["old/**"] }`, 'ignore: { paths: ["old/**"] }', ['ignore.paths old/**']],
    [
      `${LOCKS}\nexceptions: [{ model: a/b, rules: [license/unknown], reason: pilot }]`,
      'exceptions: [{ model: a/b, reason: pilot }]',
      ['exceptions a/b'],
    ],
    [
      `${LOCKS}\nexceptions: [{ model: a/b, paths: ["x/**"], reason: pilot }]`,
      'exceptions: [{ model: a/b, reason: pilot }]',
      ['exceptions a/b'],
    ],
    [
      `${LOCKS}\nexceptions: [{ model: a/b, expires: 2026-12-31, reason: pilot }]`,
      'exceptions: [{ model: a/b, expires: 2027-12-31, reason: pilot }]',
      ['exceptions a/b'],
    ],
    [`${LOCKS}\nuse: { purpose: commercial }`, 'use: { purpose: research }', ['use.purpose commercial']],
    [`${LOCKS}\nuse: { distribution: product }`, '', ['use.distribution product']],
  ])('tells what is under %s and not below it: %s', (outer, inner, found) => {
    expect(silenced(outer, inner)).toEqual(found);
  });

  it.each([
    [DENIES, 'contexts: { test: "off", product: error }'],
    [DENIES, 'contexts: { paths: { "**": product, "lab/**": test } }'],
    [DENIES, 'ignore: { paths: ["old/**"] }'],
    [DENIES, 'exceptions: [{ model: a/b, reason: pilot }]'],
    [DENIES, 'describe: { acme/own: { license: mit } }'],
    [LOCKS, 'exceptions: [{ model: a/b, rules: [license/denied], reason: pilot }]'],
    [
      `${LOCKS}\nignore: { paths: ["**/old/**"] }\nexceptions: [{ model: a/b, expires: 2026-12-31, reason: pilot }]`,
      'ignore: { paths: ["**/old/**"] }\nexceptions: [{ model: a/b, expires: 2026-11-30, reason: pilot }]',
    ],
    [
      `${LOCKS}\nexceptions: [{ model: a/b, paths: ["**/x/**"], rules: [model/denied], reason: pilot }]`,
      'exceptions: [{ model: a/b, paths: ["**/x/**"], rules: [model/denied], reason: pilot }]',
    ],
    [
      `${LOCKS}\ncontexts: { paths: { "**/x/**": data } }\nuse: { purpose: commercial }`,
      'contexts: { paths: { "**/x/**": data } }\nuse: { purpose: commercial, distribution: service }',
    ],
    [`${DENIES}\nuse: { purpose: commercial }`, 'use: { purpose: research }'],
    [`${LOCKS}\ndescribe: { acme/own: { license: mit } }`, 'describe: { acme/own: { license: mit } }'],
  ])('lets a folder under %s have its own: %s', (outer, inner) => {
    expect(silenced(outer, inner)).toEqual([]);
  });
});
