/** Policies and locks that are wrong. None may end as "all allowed". */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { POLICY, write } from '../repository.mjs';

const DENY = 'licenses: { deny: ["category:non-commercial"] }\n';

const POLICIES = {
  nothing: '',
  blanks: '  \n\n',
  'a comment': '# all is well\n',
  null: 'null\n',
  tilde: '~\n',
  'a number': '5\n',
  'a text': 'hello\n',
  'a list': '- version: 1\n',
  'an empty map': '{}\n',
  'no version': DENY,
  'version 2': `version: 2\n${DENY}`,
  'version "1"': `version: "one"\n${DENY}`,
  'version null': `version:\n${DENY}`,
  'licences for licenses': 'version: 1\nlicences: { deny: ["category:non-commercial"] }\n',
  'denied for deny': 'version: 1\nlicenses: { denied: ["category:non-commercial"] }\n',
  'a category that is none': 'version: 1\nlicenses: { deny: ["category:noncommercial"] }\n',
  'licenses as a list': 'version: 1\nlicenses: [mit]\n',
  'licenses null': 'version: 1\nlicenses:\nuse: 5\n',
  'deny as a text': 'version: 1\nlicenses: { deny: 5 }\n',
  'deny of a map': 'version: 1\nlicenses: { deny: [{ a: b }] }\n',
  'keys twice': `version: 1\n${DENY}licenses: { deny: [] }\n`,
  'a tab': `version: 1\nlicenses:\n\tdeny: [mit]\n`,
  'an open bracket': 'version: 1\nlicenses: { deny: [\n',
  'an open quote': 'version: 1\nlicenses: { deny: ["mit\n',
  'two documents': `version: 1\n---\nversion: 1\n`,
  'an alias of nothing': 'version: 1\nlicenses: *a\n',
  'a merge key': 'version: 1\n<<: { licenses: { deny: [] } }\n',
  'a tag': 'version: !!int "1"\nlicenses: !x {}\n',
  'a directive': '%YAML 9.9\n---\nversion: x\n',
  'marks of a merge': `version: 1\n<<<<<<< HEAD\n${DENY}=======\n>>>>>>> x\n`,
  'JSON with a comma too many': '{"version": 1,, }\n',
  'bytes of zero': '\0\0\0\0',
  'extends itself': 'version: 1\nextends: [.model-policy.yaml]\n',
  'extends nothing': 'version: 1\nextends: [none.yaml]\n',
  'extends a folder': 'version: 1\nextends: [kept]\n',
  'extends what is outside': 'version: 1\nextends: [../../../../etc/passwd]\n',
  'extends an address': 'version: 1\nextends: ["https://example.org/p.yaml"]\n',
  'extends a device': 'version: 1\nextends: [/dev/zero]\n',
  'extends a number': 'version: 1\nextends: [5]\n',
  'extends a map': 'version: 1\nextends: { a: b }\n',
  'an exception without a reason': 'version: 1\nexceptions: [{ model: "**" }]\n',
  'an exception with an empty reason': 'version: 1\nexceptions: [{ model: "**", reason: "" }]\n',
  'an exception until a day that is none':
    'version: 1\nexceptions: [{ model: "**", reason: x, expires: 2027-02-31 }]\n',
  'an exception for a rule that is none':
    'version: 1\nexceptions: [{ model: "**", reason: x, rules: [license/denyed] }]\n',
  'exceptions as a map': 'version: 1\nexceptions: { model: "**", reason: x }\n',
  'a severity that is none': 'version: 1\nrules: { license/denied: none }\n',
  'a rule that is none': 'version: 1\nrules: { license/denyed: off }\n',
  'rules as a list': 'version: 1\nrules: [off]\n',
  'a purpose that is none': 'version: 1\nuse: { purpose: fun }\n',
  'users below zero': 'version: 1\nuse: { monthlyActiveUsers: -5 }\n',
  'users as a text': 'version: 1\nuse: { monthlyActiveUsers: many }\n',
  'a region that is none': 'version: 1\nuse: { regions: [XX1] }\n',
  'a model without a map': 'version: 1\nmodels: { a/b: mit }\n',
  'models as a list': 'version: 1\nmodels: [a]\n',
  'an openness that is none': 'version: 1\nrequire: { openness: open }\n',
  'require as a text': 'version: 1\nrequire: open-source\n',
  'a megabyte of comments': `version: 1\n# ${'x'.repeat(1_000_000)}\n`,
  '10,000 keys': `version: 1\n${Array.from({ length: 10_000 }, (_, index) => `k${index}: 1`).join('\n')}\n`,
};

const FAN = (folder) => {
  write(folder, '.model-policy.yaml', `version: 1\nextends: [${Array(60).fill('b.yaml').join(', ')}]\n`);
  write(folder, 'b.yaml', `version: 1\nextends: [${Array(60).fill('c.yaml').join(', ')}]\n`);
  write(folder, 'c.yaml', `version: 1\nextends: [${Array(60).fill('d.yaml').join(', ')}]\n`);
  write(folder, 'd.yaml', POLICY);
};

const LOCKS = {
  nothing: '',
  null: 'null\n',
  'a list': '- a\n',
  'a number': '5\n',
  'no version': 'models: {}\n',
  'version 2': 'version: 2\nmodels: {}\n',
  'models as a list': 'version: 1\nmodels: [a]\n',
  'models as a text': 'version: 1\nmodels: x\n',
  'marks of a merge': 'version: 1\nmodels:\n<<<<<<< HEAD\n  "a/b":\n    license: "mit"\n=======\n>>>>>>> x\n',
  'a misspelled key': `version: 1\nmodels:\n  "facebook/nllb-200-distilled-600M":\n    licence: "mit"\n`,
  'a license that is a number':
    'version: 1\nmodels:\n  "facebook/nllb-200-distilled-600M":\n    license: 5\n',
  'a license that is a list':
    'version: 1\nmodels:\n  "facebook/nllb-200-distilled-600M":\n    license: [mit]\n',
  'a model twice': 'version: 1\nmodels:\n  "a/b":\n    license: "mit"\n  "A/B":\n    license: "x"\n',
  'an alias': 'version: 1\nmodels: &a {}\nx: *a\n',
  'an open quote': 'version: 1\nmodels: "\n',
  'facts as a text': 'version: 1\nmodels: { a/b: mit }\n',
};

/** @type {import('../repository.mjs').Shape[]} */
export const POLICIES_AND_LOCKS = [
  ...Object.entries(POLICIES).map(([name, text]) => ({
    class: 'broken policies',
    name,
    kind: 'input',
    build: (folder) => write(folder, '.model-policy.yaml', text),
    // Long or many keys are odd, not wrong; the first is a policy that denies nothing.
    allowed: name === 'a megabyte of comments' ? [0, 2] : [2],
  })),
  ...Object.entries(POLICIES).map(([name, text]) => ({
    class: 'broken policies in a folder',
    name,
    kind: 'input',
    build: (folder) => write(folder, 'kept/.model-policy.yaml', text),
    allowed: name === 'a megabyte of comments' ? [0, 2] : [2],
  })),
  { class: 'broken policies', name: 'extends that multiply', kind: 'input', build: FAN, allowed: [1, 2] },
  ...Object.entries(LOCKS).flatMap(([name, text]) => [
    {
      class: 'broken locks',
      name,
      kind: 'input',
      build: (folder) => write(folder, '.model-lock.yaml', text),
      allowed: [1, 2, 3],
    },
    {
      class: 'broken locks, approved anew',
      name,
      kind: 'input',
      build: (folder) => write(folder, '.model-lock.yaml', text),
      args: ['audit', '--update-lock', '--approved-by', 'intern', '--fail-on', 'never'],
      plain: true,
      allowed: [2, 3],
      after(folder) {
        if (readFileSync(join(folder, '.model-lock.yaml'), 'utf8') !== text)
          throw new Error('the lock was overwritten');
      },
    },
  ]),
];
