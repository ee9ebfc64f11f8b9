import { english, render, type Message } from '../../src/core/message';
import { POLICY_SHAPE } from '../../src/core/policy/policyShape';
import { countryCodes } from '../../src/core/policy/regions';
import { RULE_CODES } from '../../src/core/policy/rules';
import type { Field, ScalarShape, Shape, TextForm } from '../../src/core/policy/shape';
import { LICENSE_CATEGORIES } from '../../src/core/vocabulary';

type Schema = Readonly<Record<string, unknown>>;

/** The JSON schema of a policy, from the shape that the reader checks: for editors that know YAML but not this extension. */
export function policyJsonSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Model policy',
    description: 'Which AI models a project may use, and what for.',
    ...schemaOf(POLICY_SHAPE),
    type: 'object',
  };
}

function schemaOf(shape: Shape): Schema {
  switch (shape.kind) {
    case 'map':
      return {
        type: ['object', 'null'],
        additionalProperties: false,
        required: shape.fields.filter(({ required }) => required === true).map(({ name }) => name),
        properties: propertiesOf(shape.fields),
      };
    case 'record':
      return {
        type: ['object', 'null'],
        propertyNames: schemaOf(shape.keys),
        ...(shape.fields !== undefined && { properties: propertiesOf(shape.fields) }),
        additionalProperties: schemaOf(shape.value),
      };
    case 'list': {
      const list =
        shape.empty === undefined
          ? { type: ['array', 'null'], items: schemaOf(shape.item) }
          : { type: 'array', minItems: 1, items: schemaOf(shape.item) };
      return shape.orOne === true ? { anyOf: [list, schemaOf(shape.item)] } : list;
    }
    default:
      return scalarSchema(shape);
  }
}

function propertiesOf(fields: readonly Field[]): Schema {
  return Object.fromEntries(
    fields.map(({ name, about, shape }) => [name, { ...described(about), ...schemaOf(shape) }]),
  );
}

function scalarSchema(shape: ScalarShape): Schema {
  switch (shape.kind) {
    case 'choice':
      return {
        enum: shape.choices.map(({ value }) => value),
        markdownEnumDescriptions: shape.choices.map(({ about }) => render(about, english)),
      };
    case 'boolean':
      return { type: 'boolean' };
    case 'count':
      return {
        anyOf: [
          { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
          { type: 'string', pattern: '^[0-9]+(_[0-9]+)*$' },
        ],
      };
    case 'text':
      return { type: 'string', minLength: 1, maxLength: 2000, ...FORMS[shape.form] };
  }
}

const COUNTRIES = countryCodes()
  .map((code) => [...code].map((letter) => `[${letter}${letter.toLowerCase()}]`).join(''))
  .join('|');

/** What of a text's form a pattern can say. Names of countries in the place of organizations, and days that do not exist, are left to the reader. */
const FORMS: Readonly<Record<TextForm, Schema>> = {
  prose: {},
  word: { pattern: '^[\\w$@-]+((\\.|::|->)[\\w$@-]+)*$' },
  license: {},
  date: { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
  rule: { enum: [...RULE_CODES] },
  selector: { pattern: `^(?!category:)|^category:\\s*(${LICENSE_CATEGORIES.join('|')})\\s*$` },
  region: { pattern: `^(${COUNTRIES}|[Ee][Uu])$` },
  country: { pattern: `^(${COUNTRIES})$` },
  origin: { pattern: `^(${COUNTRIES}|[Ee][Uu])$|^[^\\s].{2,}$` },
  glob: { pattern: '^[^!]', maxLength: 300 },
  model: { pattern: '^\\S+$' },
  host: { pattern: `^(${COUNTRIES}|[Ee][Uu])$|^[A-Za-z0-9][A-Za-z0-9.-]{2,}$` },
  sha256: { pattern: '^[0-9a-fA-F]{64}$' },
  duration: { pattern: '^[0-9]{1,4}[dw]$' },
  path: { pattern: '^(?:npm:[a-z0-9@~][\\w@~./-]*|[^/~\\\\:][^\\\\:]*\\.ya?ml)$' },
};

function described(about: Message): Schema {
  const text = render(about, english);
  return { description: text.replaceAll('`', ''), markdownDescription: text };
}
