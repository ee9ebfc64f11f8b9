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
