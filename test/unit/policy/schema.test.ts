import Ajv from 'ajv';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { POLICY_TEMPLATES } from '../../../src/core/policy/templates';
import { policyJsonSchema } from '../../support/policyJsonSchema';
import { MALFORMED, unmark } from './malformed';

const SCHEMA_FILE = join(__dirname, '../../../src/catalog/schemas/policy.schema.json');
const validate = new Ajv({ strict: false, allowUnionTypes: true }).compile(policyJsonSchema());

/** What a JSON schema cannot say: that a day does not exist, and that a country's name is no organization. */
const BEYOND_SCHEMA = new Set(['a date that does not exist', 'a country by its name']);

describe('the JSON schema of a policy', () => {
  it('is the one that follows from what the reader checks (vitest -u writes it)', async () => {
    await expect(`${JSON.stringify(policyJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(SCHEMA_FILE);
  });

  it.each(MALFORMED.filter(({ schema, name }) => schema !== false && !BEYOND_SCHEMA.has(name)))(
    'refuses $name',
    ({ text }) => {
      expect(validate(parse(unmark(text).text.replace('\uFEFF', '')))).toBe(false);
    },
  );

  it.each(POLICY_TEMPLATES.map(({ id, text }) => [id, text] as const))(
    'accepts the template %s',
    (_id, text) => {
      expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
    },
  );

  it('accepts what the reader accepts', () => {
    for (const text of [
      'version: 1\nlicenses:\nexceptions:\nrules:\n',
      'version: 1\nextends: base.yaml\n',
      'version: 1\nextends: [../a.yml, b/c.yaml]\n',
      'version: 1\nuse: { regions: [jp, eu], monthlyActiveUsers: 50_000 }\norigins: { deny: [cn, alibaba] }\n',
      'version: 1\nlicenses: { deny: ["category: copyleft", Apache License 2.0] }\nmodels: { a/b: { origin: jp } }\n',
    ])
      expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
  });
});
