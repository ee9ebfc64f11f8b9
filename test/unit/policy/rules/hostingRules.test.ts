import { expect, it } from 'vitest';
import { findingOf, judged, words } from '../support';

/** What is said of a request that Bedrock may process in CH or DE, or in JP or SG, and the entry that decides. */
function warned(id: string, hosting: string): string {
  const yaml = `version: 1\nhosting: ${hosting}`;
  const finding = findingOf(judged(id, yaml, { registry: 'bedrock', role: 'calls' }), 'hosting/warned');
  const { decision } = finding;
  const range = decision?.kind === 'policy' ? decision.range : { start: 0, end: 0 };
  return `${words(finding).replace(/^.*? and /, '')} | ${yaml.slice(range.start, range.end)}`;
}

const EUROPE = 'eu.anthropic.claude-x-v1:0';
const APAC = 'apac.anthropic.claude-x-v1:0';

it.each([
  // Each key tells its own countries, in its own words.
  [APAC, '{ allow: [US], processedIn: [JP] }', 'may be processed in SG, where the policy does not let', 'JP'],
  [
    EUROPE,
    '{ allow: [US, EU], processedIn: [DE] }',
    'may be processed in CH, where the policy does not let',
    'DE',
  ],
  [EUROPE, '{ allow: [US, EU] }', 'may be processed in CH, which `hosting.allow` does not list', 'US'],
  [
    EUROPE,
    '{ allow: [US, EU], processedIn: [EU, CH] }',
    'may be processed in CH, which `hosting.allow`',
    'US',
  ],
  [
    EUROPE,
    '{ allow: [US, EU], warn: [CH] }',
    'may be processed in CH: the policy asks for a review of that',
    'CH',
  ],
  [EUROPE, '{ deny: [CH], processedIn: [DE] }', 'may be processed in CH, which the policy denies', 'CH'],
  [APAC, '{ deny: [CN, SG] }', 'may be processed in SG, which the policy denies', 'SG'],
  [APAC, '{ warn: [SG, JP] }', 'may be processed in JP, SG: the policy asks for a review of that', 'JP'],
])('the key that decides says why: %s under %s', (id, hosting, text, entry) => {
  const said = warned(id, hosting);
  expect(said).toContain(text);
  expect(said.split(' | ')[1]).toBe(entry);
});
