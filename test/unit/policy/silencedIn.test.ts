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
      `${LOCKS}\nignore: { paths: ["old/**"] }\nexceptions: [{ model: a/b, reason: pilot }]`,
      'ignore: { paths: ["old/**"] }\nexceptions: [{ model: a/b, reason: pilot }]',
    ],
    [`${LOCKS}\ncontexts: { paths: { "x/**": data } }`, 'contexts: { paths: { "x/**": data } }'],
    [`${LOCKS}\ndescribe: { acme/own: { license: mit } }`, 'describe: { acme/own: { license: mit } }'],
  ])('lets a folder under %s have its own: %s', (outer, inner) => {
    expect(silenced(outer, inner)).toEqual([]);
  });
});
