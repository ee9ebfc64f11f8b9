import { describe, expect, it } from 'vitest';
import {
  hostedRegistry,
  isShortHosted,
  mayStartHosted,
  registryOfStart,
} from '../../../../src/core/registries/names/hosted';

describe('the service whose own model a name is', () => {
  it.each([
    ['gpt-4o', 'openai'],
    ['gpt-4o-mini-2024-07-18', 'openai'],
    ['o1', 'openai'],
    ['o3-mini', 'openai'],
    ['ft:gpt-4o-mini-2024-07-18:acme:name:id', 'openai'],
    ['claude-sonnet-4-5', 'anthropic'],
    ['claude-3-5-sonnet-20241022-v2:0', 'anthropic'],
    ['gemini-2.0-flash', 'google'],
    ['gemini-2.0-flash-exp', 'google'],
  ])('%s is of %s', (name, registry) => expect(hostedRegistry(name)).toBe(registry));

  it.each([
    'gpt-4-engineer',
    'gpt-4o.txt',
    'GPT-4O',
    'gpt',
    'gpt-',
    'claude-code-router',
    'claude',
    'gemini-app',
    'ft:thing',
    'gpt-4o:latest',
    'my-gpt-4o',
    'o',
    '',
    `gpt-4${'-1'.repeat(40)}`,
    'gpt-1-1-1-1-1-1-1-1-1-1-1',
    'gpt-4-é',
  ])('%s is of none', (name) => expect(hostedRegistry(name)).toBeUndefined());
});

it.each([
  ['claude-sonet-4-5', 'anthropic'],
  ['gemini-flsh', 'google'],
  ['thing', undefined],
])('%s begins as names of %s do', (name, registry) => expect(registryOfStart(name)).toBe(registry));

it.each([
  ['gpt', true],
  ['claude', true],
  ['thing', false],
  ['', false],
])('names of a service begin with the word %s: %s', (word, is) => expect(mayStartHosted(word)).toBe(is));

it.each([
  ['o1', true],
  ['o3x', true],
  ['gpt4', false],
])('%s is so short that only its place makes it a name: %s', (name, is) =>
  expect(isShortHosted(name)).toBe(is),
);
