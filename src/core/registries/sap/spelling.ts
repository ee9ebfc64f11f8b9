import { hostedBy } from '../spelling/hosted';
import { after, type Candidate, type SpellingRule } from '../spelling/rule';

/**
 * SAP AI Core: `maker--name`, the number of Claude before its size; and names of OpenAI and Google as these have them.
 */
export const sapSpelling: SpellingRule = (spelling) => {
  const id = after(spelling, ['sap/', 'sap-ai-core/']) ?? spelling;
  const mark = id.indexOf('--');
  if (mark <= 0)
    return MAKERS.flatMap(([start, registry]) => (id.startsWith(start) ? hostedBy(registry)(id) : []));
  const [vendor, name] = [id.slice(0, mark), id.slice(mark + 2)];
  return [
    { registry: 'sap', spelling: id },
    ...forms(name).flatMap((form): Candidate[] => [
      { vendor, name: form },
      { registry: 'huggingface', spelling: `${vendor}/${form}` },
    ]),
  ];
};

/** Whose models begin so. */
const MAKERS = [
  ['gpt-', 'openai'],
  ['o1', 'openai'],
  ['o3', 'openai'],
  ['o4', 'openai'],
  ['text-embedding-', 'openai'],
  ['gemini-', 'google'],
  ['sonar', 'perplexity'],
] as const;

/** `claude-4-sonnet` is `claude-sonnet-4`. */
function forms(name: string): readonly string[] {
  const [, number, size] = /^claude-(\d[\d.]*)-([a-z]+)$/.exec(name) ?? [];
  return number === undefined || size === undefined ? [name] : [name, `claude-${size}-${number}`];
}
