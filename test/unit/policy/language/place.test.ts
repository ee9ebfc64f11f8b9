import { describe, expect, it } from 'vitest';
import { expectedAt, placeAt, type Place } from '../../../../src/core/policy/language/place';

/** What a place is, in one line: its role, the kind of its shape, the text of its range, its word and the other keys. */
function said(place: Place | undefined, text: string): string | undefined {
  if (place === undefined) return undefined;
  const { role, shape, range, word, siblings } = place;
  const others = siblings.length === 0 ? '' : ` beside ${siblings.join(' ')}`;
  return `${role} of ${shape.kind}: ${text.slice(range.start, range.end)} (${word})${others}`;
}

/** `|` marks the cursor. */
function at(marked: string, ask: typeof placeAt): string | undefined {
  const text = marked.replace('|', '');
  return said(ask(text, marked.indexOf('|')), text);
}

describe('the word of a policy at a place', () => {
  it.each([
    ['use:\n  pur|pose: research\n  seat: JP\n', 'key of map: purpose (purpose) beside seat'],
    ['|use: {}\nversion: 1\n', 'key of map: use (use) beside version'],
    ['use|: {}\n', 'key of map: use (use)'],
    ['use: { purpose: |research }\n', 'value of choice: research (research)'],
    ['use: { purpose: "research|" }\n', 'value of choice: "research" (research)'],
    ['licenses: { deny: [gemma, mi|t] }\n', 'value of text: mit (mit)'],
    ['rules:\n  model/ret|ired: off\n', 'key of record: model/retired (model/retired)'],
    ['rules:\n  model/retired: o|ff\n', 'value of choice: off (off)'],
    ['describe: { acme/x: { lic|ense: mit } }\n', 'key of map: license (license)'],
    // With an error elsewhere.
    ['use: { purpose: res|earch }\nlicenses: [\n', 'value of choice: research (research)'],
  ])('%j', (text, place) => expect(at(text, placeAt)).toBe(place));

  it.each([
    ['', '|'],
    ['in a comment', '# |use\nversion: 1\n'],
    ['between words', 'version: 1\n|\nuse: {}\n'],
    ['where a list stands for a mapping', 'use: [pur|pose]\n'],
    ['where a word stands for a mapping', 'use: pur|pose\n'],
    ['where a mapping stands for a word', 'use: { purpose: { re|search: 1 } }\n'],
    ['where a list stands for a word', 'use: { purpose: [re|search] }\n'],
    ['under an unknown key', 'use: { other: re|search }\n'],
    ['in a key that is no word', 'use:\n  ? [pur|pose]\n  : research\n'],
    ['in a text that is no policy any more', `use: { pur|pose: research }\n#${'x'.repeat(2_000_000)}`],
  ])('is none %s', (_, text) => expect(at(text, placeAt)).toBeUndefined());
});

describe('what is expected where somebody types', () => {
  it.each([
    ['|', 'key of map:  ()'],
    ['version: 1\nus|', 'key of map: us (us) beside version'],
    ['version: 1\nuse:\n  |\nrules: {}\n', 'key of map:  ()'],
    ['version: 1\nuse:\n  purpose: |\n', 'value of choice:  ()'],
    ['version: 1\nuse: { purpose: com|m }\n', 'value of choice: comm (comm)'],
    ['use: { purpose: "com|" }\n', 'value of choice: "com" (com)'],
    ['use: { "pur|" }\n', 'key of map: "pur" (pur)'],
    ['use:\n  pur|: research\n', 'key of map: pur (pur)'],
    ['licenses: { deny: [gemma, |', 'value of text:  ()'],
  ])('%j', (text, place) => expect(at(text, expectedAt)).toBe(place));

  it.each([
    ['in a comment', 'version: 1\n# |'],
    ['under an unknown key', 'other:\n  |'],
    ['in a text that is no policy any more', `use:\n  |\n#${'x'.repeat(2_000_000)}`],
  ])('is nothing %s', (_, text) => expect(at(text, expectedAt)).toBeUndefined());
});
