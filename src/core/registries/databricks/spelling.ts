import { hostedBy } from '../spelling/hosted';
import { after, type SpellingRule } from '../spelling/rule';

/** Databricks: the name of another service or of the Hub's model behind `databricks-`. */
export const databricksSpelling: SpellingRule = (spelling) => {
  const name = after(spelling, ['databricks/']) ?? spelling;
  const served = after(name, ['databricks-']) ?? name;
  return [
    { registry: 'databricks', spelling: name },
    ...MAKERS.flatMap(([start, registry]) => (served.startsWith(start) ? hostedBy(registry)(served) : [])),
    { name: served },
  ];
};

/** Whose models begin so. */
const MAKERS = [
  ['claude-', 'anthropic'],
  ['gpt-', 'openai'],
  ['gemini-', 'google'],
] as const;
