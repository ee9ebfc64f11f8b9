import { english, render } from '../../src/core/message';
import { POLICY_SHAPE } from '../../src/core/policy/policyShape';
import type { Field, ScalarShape, Shape } from '../../src/core/policy/shape';
import { rulePageName } from '../../src/core/report/rulePages';
import { POLICY_FACTS, type KeyFacts } from './policyFacts';

/** A key of a policy with the way to it: `use.regions`, `exceptions[].model`, `describe.ID.license`. */
export interface PolicyKey {
  readonly path: string;
  readonly field: Field;
}

/** Every key that a policy may have, in the order of its shape, those below a key behind it. */
export function policyKeys(fields: readonly Field[] = POLICY_SHAPE.fields, above = ''): PolicyKey[] {
  return fields.flatMap((field) => {
    const path = `${above}${field.name}`;
    return [{ path, field }, ...keysBelow(field.shape, path)];
  });
}

function keysBelow(shape: Shape, path: string): PolicyKey[] {
  if (shape.kind === 'map') return policyKeys(shape.fields, `${path}.`);
  if (shape.kind === 'list') return keysBelow(shape.item, `${path}[]`);
  if (shape.kind !== 'record') return [];
  return [...policyKeys(shape.fields ?? [], `${path}.`), ...keysBelow(shape.value, `${path}.ID`)];
}

/** The page about the keys of a policy in Markdown. */
export function policyPage(): string {
  return `${[
    '# The policy, key by key',
    'All that `.model-policy.yaml` may say, in the order of its schema, `dist/policy.schema.json`, with which other editors complete and check it. `ID` is a name of your own, `[]` each entry of a list. Only `version` is required. A key that is left out has its default; a word that is none of those here is an error at its line.',
    POLICY_SHAPE.fields.map(({ name }) => `[${name}](#${name})`).join(' · '),
    ...POLICY_SHAPE.fields.map(section),
    '[All rules](rules/README.md) · [In CI](ci.md)',
  ].join('\n\n')}\n`;
}

function section(field: Field): string {
  const [top, ...below] = policyKeys([field]);
  const keys = below.length === 0 && top !== undefined ? [top] : below;
  const example = POLICY_FACTS[field.name]?.example;
  return [
    `## ${field.name}`,
    render(field.about, english),
    ...(example === undefined ? [] : [`\`\`\`yaml\n${example.trim()}\n\`\`\``]),
    ['| key | meaning | default | rules that ask about it |', '|---|---|---|---|', ...keys.map(row)].join(
      '\n',
    ),
    ...wordsOf(keys),
  ].join('\n\n');
}

function row({ path, field }: PolicyKey): string {
  const { byDefault, rules }: KeyFacts = POLICY_FACTS[path] ?? {};
  const links = (rules ?? []).map((code) => `[${code}](rules/${rulePageName(code)})`);
  const about = render(field.about, english);
  const meaning = `${about}${about.endsWith('.') ? '' : '.'} ${formOf(field.shape)}`.trim();
  const given = field.required === true ? 'required' : (byDefault ?? '');
  return `| \`${path}\` | ${meaning} | ${given} | ${links.join(', ')} |`;
}

const FORMS: Readonly<Partial<Record<Shape['kind'], string>>> = {
  boolean: '`true` or `false`.',
  count: 'A whole number; `_` may stand between digits.',
};

function formOf(shape: Shape): string {
  return shape.kind === 'list' && shape.orOne === true ? 'One, or a list.' : (FORMS[shape.kind] ?? '');
}

/** The fixed words that values of these keys have, each set once, with the keys that take them. */
function wordsOf(keys: readonly PolicyKey[]): string[] {
  const sets = new Map<string, string[]>();
  for (const { path, field } of keys) {
    const choice = choiceOf(field.shape);
    if (choice === undefined || choice.choices.length < 2) continue;
    const words = choice.choices.map(({ value, about }) => `- \`${value}\`: ${render(about, english)}`);
    const text = words.length > MANY ? valuesAlone(choice) : words.join('\n');
    sets.set(text, [...(sets.get(text) ?? []), `\`${path}\``]);
  }
  return [...sets].map(([text, paths]) => `${paths.join(', ')}:\n\n${text}`);
}

/** So many words explain themselves by their own names: registries. */
const MANY = 40;

type ChoiceShape = Extract<ScalarShape, { kind: 'choice' }>;

function valuesAlone({ choices }: ChoiceShape): string {
  return choices.map(({ value }) => `\`${value}\``).join(', ');
}

function choiceOf(shape: Shape): ChoiceShape | undefined {
  if (shape.kind === 'choice') return shape;
  if (shape.kind === 'list') return choiceOf(shape.item);
  return shape.kind === 'record' ? choiceOf(shape.value) : undefined;
}
