import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** What is wrong with a document by a schema; empty when nothing is. */
export type SchemaCheck = (document: unknown) => readonly ErrorObject[];

const require = createRequire(import.meta.url);

function packageFile(name: string, path: string): Record<string, unknown> {
  return JSON.parse(
    readFileSync(join(dirname(require.resolve(`${name}/package.json`)), path), 'utf8'),
  ) as Record<string, unknown>;
}

/** By the official schema, as the CycloneDX project ships it. */
export function cycloneDxCheck(version: '1.6' | '1.7'): SchemaCheck {
  const part = (name: string): object =>
    packageFile('@cyclonedx/cyclonedx-library', `res/schema/${name}.SNAPSHOT.schema.json`);
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat('iri-reference', true).addFormat('idn-email', true).addFormat('iri', true);
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs'])
    ajv.addSchema(part(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  return checkWith(ajv, part(`bom-${version}`));
}

/** By the official schema (draft 4), as Microsoft's test matchers ship it; what draft 4 calls `id` is removed for a newer validator. */
export function sarifCheck(): SchemaCheck {
  const schema = packageFile('@microsoft/jest-sarif', 'lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return checkWith(ajv, { ...schema, $schema: undefined, id: undefined });
}

/** By the schema of SPDX 3.0.1 that lies in `schemas/`: classes, their properties and mandatory ones, the values of each enumeration. */
export function spdxCheck(): SchemaCheck {
  const file = join(import.meta.dirname, 'schemas', 'spdx-3.0.1.schema.json');
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return checkWith(ajv, JSON.parse(readFileSync(file, 'utf8')) as object);
}

function checkWith(ajv: Ajv | Ajv2020, schema: object): SchemaCheck {
  const valid = ajv.compile(schema);
  return (document) => (valid(document) ? [] : (valid.errors ?? []));
}
