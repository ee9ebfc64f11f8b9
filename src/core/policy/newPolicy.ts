import type { Message } from '../message';
import { readPolicy } from './readPolicy';
import type { PolicyTemplate } from './templates';

/** What is stated of the project in place of what a template has. */
export interface TemplateUse {
  readonly purpose?: string | undefined;
  readonly distribution?: string | undefined;
  /** Country codes (ISO 3166-1 alpha-2) or `EU`. */
  readonly regions?: readonly string[] | undefined;
  /** Country of the principal place of business (ISO 3166-1 alpha-2). */
  readonly seat?: string | undefined;
}

/**
 * The text of a policy from a template, with the project's own use in it.
 * @returns what is wrong with what was stated in place of a text that no reader of policies takes
 */
export function policyFromTemplate(
  { text: template }: Pick<PolicyTemplate, 'text'>,
  { purpose, distribution, regions, seat }: TemplateUse,
): { readonly text: string } | { readonly problems: readonly Message[] } {
  let text = template;
  if (purpose !== undefined) text = withWord(text, 'purpose', purpose);
  if (distribution !== undefined) text = withWord(text, 'distribution', distribution);
  if (regions !== undefined && regions.length > 0) {
    const line = `  regions: [${regions.map((region) => JSON.stringify(region)).join(', ')}]`;
    text = /^ {2}regions:/m.test(text)
      ? text.replace(/^ {2}regions: \[[^\]]*\]/m, line)
      : text.replace(/^ {2}distribution:.*$/m, (stated) => `${stated}\n${line}`);
  }
  if (seat !== undefined)
    text = text.replace(/^ {2}distribution:.*$/m, (stated) => `${stated}\n  seat: ${JSON.stringify(seat)}`);
  const { problems } = readPolicy(text, '');
  return problems.length === 0 ? { text } : { problems: problems.map((problem) => problem.message) };
}

/** With another word for a key of `use`; a comment behind it stays in its column. */
function withWord(text: string, key: string, word: string): string {
  return text.replace(
    new RegExp(`^( {2}${key}: )\\w+( +(?=#))?`, 'm'),
    (whole, start: string, gap: string | undefined) =>
      gap === undefined ? `${start}${word}` : `${start}${word} `.padEnd(whole.length),
  );
}
