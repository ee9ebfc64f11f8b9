/** Keys and values of an entry, in order. Lists hold plain words. */
export type YamlFields = readonly (readonly [key: string, value: string | readonly string[]])[];

/** Words that YAML, or an older version of it, reads as something else than text. */
const RESERVED = /^(?:true|false|yes|no|on|off|null|~|y|n)$/i;

/** Whether a text can stand without quotes, in a list in brackets as well. A day can: YAML 1.2 reads it as text. */
function isPlainInYaml(text: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return true;
  return /^[A-Za-z][A-Za-z0-9 ./_+()'-]*$/.test(text) && !text.endsWith(' ') && !RESERVED.test(text);
}

export function yamlText(text: string): string {
  return isPlainInYaml(text) ? text : JSON.stringify(text);
}

/**
 * An entry of a list.
 * @param indent of the dash; without one, the form that stands in brackets
 */
export function yamlItem(item: string | YamlFields, indent: string | undefined, eol: string): string {
  if (typeof item === 'string') return indent === undefined ? yamlText(item) : `${indent}- ${yamlText(item)}`;
  const fields = item.map(
    ([key, value]) =>
      `${key}: ${typeof value === 'string' ? yamlText(value) : `[${value.map(yamlText).join(', ')}]`}`,
  );
  return indent === undefined ? `{ ${fields.join(', ')} }` : `${indent}- ${fields.join(`${eol}${indent}  `)}`;
}
