import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { readData, readModelFiles, readYaml, type DataFile } from '../readData';
import { SETTLED_FACTS, settledOf, type Settled } from '../settled';

/** The folders of the catalog and the schema that each file in them follows. */
const FOLDERS = {
  generated: 'models',
  curated: 'models',
  licenses: 'license',
  organizations: 'organizations',
  'license-families': 'families',
  overrides: 'settled',
  hosts: 'hosts',
  aliases: 'spellings',
  listed: 'listed',
  languages: 'languages',
} as const;

/**
 * Checks the files as they are written: each against its schema, the keys of a file of models sorted.
 * @returns one sentence per problem, naming file and place.
 */
export function checkFiles(dataFolder: string): readonly string[] {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const problems = (file: DataFile, schema: string): string[] => {
    const validate = ajv.getSchema(schema) ?? ajv.compile({ ...readSchema(dataFolder, schema), $id: schema });
    if (validate(file.value) === true) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${file.path}${instancePath}: ${message ?? 'is not valid'} ${JSON.stringify(params)}`,
    );
  };
  return [
    ...problems(readYaml(dataFolder, 'sources.yaml'), 'sources'),
    ...problems(readYaml(dataFolder, 'family-names.yaml'), 'family-names'),
    ...Object.entries(FOLDERS).flatMap(([folder, schema]) =>
      readData(dataFolder, folder).flatMap((file) => problems(file, schema)),
    ),
    ...readModelFiles(dataFolder).flatMap(unsorted),
    ...settledTwice(settledOf(readData(dataFolder, 'overrides'))),
  ];
}

/** A fact of a model that two people settled, each in another way: which of them counts would be the order of the files. */
export function settledTwice(settled: readonly Settled[]): string[] {
  const known = new Map<string, string>();
  return settled.flatMap((entry) =>
    entry.models.flatMap((model) =>
      SETTLED_FACTS.flatMap((fact) => {
        if (entry[fact] === undefined) return [];
        const key = `${model.toLowerCase()} ${fact}`;
        const value = JSON.stringify(entry[fact]);
        const before = known.get(key);
        known.set(key, value);
        return before === undefined || before === value
          ? []
          : [`${model}: ${fact} is settled as ${before} and as ${value}`];
      }),
    ),
  );
}

function readSchema(dataFolder: string, name: string): object {
  return JSON.parse(readFileSync(join(dataFolder, 'schemas', `${name}.schema.json`), 'utf8')) as object;
}

/** Sorted without case, so that two people who add a model do not both add it at the end. */
function unsorted({ path, value }: DataFile): string[] {
  const keys = Object.keys((value as { models?: object } | null)?.models ?? {});
  const at = keys.findIndex(
    (key, index) => index > 0 && key.toLowerCase() < (keys[index - 1] ?? '').toLowerCase(),
  );
  return at < 0 ? [] : [`${path}: ${keys[at] ?? ''} must stand before ${keys[at - 1] ?? ''}`];
}
