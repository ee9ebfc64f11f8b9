import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misfit, type JsonSchema } from '../../../src/core/report/checkReport';

const ROOT = join(import.meta.dirname, '../../..');
const schema = JSON.parse(
  readFileSync(join(ROOT, 'src/catalog/schemas/audit.schema.json'), 'utf8'),
) as JsonSchema;
/** A report with the first items of each list: small, and of every kind. */
const report = JSON.stringify(
  JSON.parse(readFileSync(join(ROOT, 'test/contract/golden/demo.json'), 'utf8'), (_, value: unknown) =>
    Array.isArray(value) ? value.slice(0, 2) : value,
  ),
);
/** Another reader of the same schema, which lets pass what the schema does not know, as ours does. */
const follows = new Ajv2020({ strict: false }).compile(
  JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === 'additionalProperties' && value === false ? undefined : value,
    ),
  ) as object,
);

type Json = Record<string, unknown> | unknown[];

/** Every place of a value: what holds it and its key there. */
function places(value: unknown): { readonly in: Json; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    { in: value as Json, key },
    ...places((value as Record<string, unknown>)[key]),
  ]);
}

describe('the check of a report', () => {
  it('lets a report pass, and one with more in it', () => {
    expect(misfit(JSON.parse(report), schema)).toBeUndefined();
    const later = { ...(JSON.parse(report) as object), gateways: [{ host: 'openai' }] };
    expect(misfit(later, schema)).toBeUndefined();
  });

  it('follows each reference of the schema, to a definition or to any other part', () => {
    for (const [, $ref] of JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g))
      expect(() => misfit(undefined, { ...schema, $ref: $ref ?? '' }), $ref).not.toThrow();
    const part = { properties: { 'a/b': { type: 'string' }, c: { $ref: '#/properties/a~1b' } } };
    expect(misfit({ c: 1 }, part)).toEqual({ at: '/c', reason: 'must be string' });
    expect(() => misfit({ c: 1 }, { properties: { c: { $ref: '#/properties/toString' } } })).toThrow(
      'the schema has no #/properties/toString',
    );
  });

  it.each([
    ['findings', [1], '/findings/0', 'must be object'],
    ['findings', [{}], '/findings/0', 'must have'],
    ['models', [null], '/models/0', 'must be object'],
    ['stats', {}, '/stats', 'must have'],
    ['schema', 2, '/schema', 'must be 1'],
  ])('names the place and the reason for %s %j', (key, value, at, reason) => {
    const found = misfit({ ...(JSON.parse(report) as object), [key]: value }, schema);
    expect(found).toEqual({ at, reason: expect.stringContaining(reason) });
  });

  it('agrees with another reader of the schema on whatever is done to a report', () => {
    const values = fc.oneof(
      fc.constantFrom<unknown>(undefined, null, 'ERROR', 'error', 'false', true, -1, 0, 1.5, 1e300, [], {}, [
        null,
      ]),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.nat(), values, (index, value) => {
        const changed = { report: JSON.parse(report) as unknown };
        const all = places(changed);
        const place = all[index % all.length];
        if (place === undefined) return;
        if (value === undefined && !Array.isArray(place.in)) Reflect.deleteProperty(place.in, place.key);
        else (place.in as Record<string, unknown>)[place.key] = value ?? null;
        expect(misfit(changed.report, schema) === undefined).toBe(follows(changed.report));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the check of a value', () => {
  it.each<readonly [string, unknown, JsonSchema]>([
    ['the least that is allowed', 1, { minimum: 1 }],
    ['a text where only numbers have a minimum', 'x', { minimum: 1 }],
    ['nothing where only numbers have a minimum', null, { minimum: 1 }],
    ['any items where nothing is said of them', [1, 'x'], { type: 'array' }],
    ['a text where only objects need a property', 'x', { required: ['a'] }],
    ['nothing where only objects need a property', null, { required: ['a'] }],
    ['a list where only objects need a property', [], { required: ['a'] }],
    ['the second of two types', null, { type: ['string', 'null'] }],
    ['the second of two alternatives', 1, { anyOf: [{ type: 'string' }, { type: 'integer' }] }],
    ['a property that no schema names', { b: 1 }, { properties: { a: { type: 'string' } } }],
    ['a further property where they are forbidden', { b: 1 }, { additionalProperties: false }],
  ])('lets %s pass', (_, value, schema) => expect(misfit(value, schema)).toBeUndefined());

  const kinds: JsonSchema = {
    anyOf: [
      { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
      { type: 'null' },
      { type: 'array', items: { type: 'integer' } },
    ],
  };
  it.each<readonly [string, unknown, JsonSchema, string, string]>([
    ['another word', 'x', { enum: ['a', 2] }, '', 'must be one of "a", 2'],
    ['another constant', 2, { const: 1 }, '', 'must be 1'],
    ['too small a number', 0, { minimum: 1 }, '', 'must be at least 1'],
    ['neither type', 1, { type: ['string', 'null'] }, '', 'must be string or null'],
    ['a fraction', 1.5, { type: 'integer' }, '', 'must be integer'],
    ['an object for a list', {}, { type: 'array' }, '', 'must be array'],
    ['a list for an object', [], { type: 'object' }, '', 'must be object'],
    ['no object', null, { type: 'object' }, '', 'must be object'],
    ['the first item that is wrong', [1, 'x', 'y'], { items: { type: 'integer' } }, '/1', 'must be integer'],
    [
      'a further property of the wrong type',
      { a: 1 },
      { additionalProperties: { type: 'string' } },
      '/a',
      'must be string',
    ],
    [
      'a name with what a pointer escapes',
      { 'a/b~c': 1 },
      { additionalProperties: { type: 'string' } },
      '/a~1b~0c',
      'must be string',
    ],
    [
      'a value in a definition',
      { a: 1 },
      { $defs: { text: { type: 'string' } }, properties: { a: { $ref: '#/$defs/text' } } },
      '/a',
      'must be string',
    ],
    ['the alternative that came furthest, the first', { name: 1 }, kinds, '/name', 'must be string'],
    ['the alternative that came furthest, the last', [1, 'x'], kinds, '/1', 'must be integer'],
  ])('names the place and the reason of %s', (_, value, schema, at, reason) =>
    expect(misfit(value, schema)).toEqual({ at, reason }),
  );
});
