import { describe, expect, it } from 'vitest';
import { exceptionsFor } from '../../../src/core/policy/exceptions';
import { openFindingsFor } from '../../../src/core/policy/evaluate';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { codes, contextOf, judged, policy, reference, TODAY } from './support';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const YAML = `licenses: { deny: [llama3.1] }
rules: { model/unpinned-revision: off, license/use-policy: off }
exceptions:
  - { model: "${LLAMA}", rules: [license/denied], paths: ["pilot/**", "*.ipynb"], reason: pilot }
`;

describe('an exception for some paths', () => {
  it.each([
    ['pilot/deep/app.py', []],
    ['try.ipynb', []],
    ['app.py', ['license/denied']],
    ['other/pilot/app.py', ['license/denied']],
  ])('holds there and nowhere else: %s', (path, expected) => {
    expect(codes(judged(LLAMA, YAML, { path }))).toEqual(expected);
  });

  it.each([
    ['pilot/app.py', false],
    ['app.py', true],
  ])('leaves open what it does not silence: %s', (path, isOpen) => {
    const open = openFindingsFor(reference(LLAMA, { path }), contextOf(YAML, { path }));
    expect(open.some(({ rule }) => rule === 'license/denied')).toBe(isOpen);
  });

  it('counts paths from the folder of its policy', () => {
    const { policy: below } = readPolicy(`version: 1\n${YAML}`, 'services/api/.model-policy.yaml');
    const at = (path: string) =>
      exceptionsFor(below!, 'license/denied', { names: [LLAMA], path }, TODAY).length;
    expect([at('services/api/pilot/app.py'), at('pilot/app.py')]).toEqual([1, 1]);
    expect(at('services/other/pilot/app.py')).toBe(0);
  });

  it('does not hold for what is at no place', () => {
    expect(exceptionsFor(policy(YAML), 'license/denied', { names: [LLAMA], path: undefined }, TODAY)).toEqual(
      [],
    );
  });

  it('must name a path', () => {
    const { problems } = readPolicy(
      'version: 1\nexceptions: [{ model: a/b, paths: [], reason: pilot }]\n',
      '.model-policy.yaml',
    );
    expect(problems).toHaveLength(1);
  });
});

describe('what a policy says of the folder of a model', () => {
  const weights = 'models/mine/onnx/model.safetensors';
  const named = (name: string, yaml = '') =>
    codes(
      judged(weights, `licenses: { allow: [mit], unknown: warning }\n${yaml.replace('NAME', name)}`, {
        registry: 'local',
      }),
    );

  it.each([
    ['models/mine', []],
    ['./models/mine/', []],
    ['models/other', ['license/unknown']],
  ])('holds for the weights in it: describe %s', (name, expected) => {
    expect(named(name, 'describe: { "NAME": { license: mit } }')).toEqual(expected);
  });

  it.each([
    ['models/mine', []],
    ['models/m*', []],
    ['models/other', ['license/unknown']],
  ])('holds for the weights in it: exception for %s', (name, expected) => {
    expect(named(name, 'exceptions: [{ model: "NAME", rules: [license/unknown], reason: own }]')).toEqual(
      expected,
    );
  });
});

describe('an exception for one rule', () => {
  it('leaves what else is found at the same place, which it does not name', () => {
    const nonCommercial = 'CohereLabs/c4ai-command-r-v01';
    const yaml = (rules: string) =>
      `use: { purpose: commercial, distribution: service }\nlicenses: { deny: ["category:non-commercial"] }\nrules: { model/unpinned-revision: off }\nexceptions: [{ model: "${nonCommercial}", rules: [${rules}], reason: pilot }]`;
    expect(codes(judged(nonCommercial, yaml('license/denied')))).toEqual(['license/non-commercial']);
    expect(codes(judged(nonCommercial, yaml('license/denied, license/non-commercial')))).toEqual([]);
  });
});
