import { describe, expect, it } from 'vitest';
import { bedrockId } from './ids';
import { regionGroupOf } from './regions';

describe('an id of Bedrock', () => {
  const idIn = (value: string): string | undefined => {
    const found = bedrockId(value);
    return found && value.slice(found.start, found.end);
  };

  it.each([
    'anthropic.claude-v2',
    'anthropic.claude-3-haiku-20240307-v1:0',
    'us.anthropic.claude-3-haiku-20240307-v1:0',
    'us-gov.anthropic.claude-3-haiku-20240307-v1:0',
    'mistral.mistral-7b-instruct-v0:2',
  ])('is a vendor and a name of its models, behind a group of regions or none: %s', (id) => {
    expect(idIn(id)).toBe(id);
    expect(idIn(`arn:aws:bedrock:us-east-1::foundation-model/${id}`)).toBe(id);
    expect(idIn(`models/${id}`)).toBeUndefined();
  });

  it.each([
    'claude-v2',
    'us.claude-v2',
    'anthropic',
    'anthropic.claude',
    'anthropic.house-1',
    'acme.claude-v2',
    'usa.anthropic.claude-v2',
    'us.eu.anthropic.claude-v2',
  ])('is not %s', (value) => expect(idIn(value)).toBeUndefined());
});

describe('the group of regions of a name', () => {
  it.each([
    ['eu.anthropic.claude-sonnet-4-6', 'eu.'],
    ['EU.anthropic.claude-sonnet-4-6', 'eu.'],
    ['global.anthropic.claude-sonnet-4-6', 'global.'],
    ['arn:aws:bedrock:us-east-1:1:inference-profile/us-gov.ai21.jamba-1', 'us-gov.'],
    ['anthropic.claude-sonnet-4-6', ''],
    ['house.anthropic.claude-sonnet-4-6', ''],
    ['ai.name-1.5', ''],
    ['eu.7b.claude', ''],
    ['eu.name', ''],
    ['eu.name.5', ''],
  ])('of %s is "%s"', (id, group) => expect(regionGroupOf(id)).toBe(group));
});
