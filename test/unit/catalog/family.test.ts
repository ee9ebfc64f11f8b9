import { describe, expect, it } from 'vitest';
import { familyResolver, ofOwner } from '../../../src/core/catalog/family';
import type { FamilyRule, OrganizationRecord } from '../../../src/core/catalog/records';

function rule(match: string, except: readonly string[] = []): FamilyRule {
  return {
    id: match,
    registry: 'huggingface',
    match,
    except,
    publisher: 'acme',
    license: 'mit',
    openness: 'open-weights',
    sources: [{ source: 'test', date: '2026-01-01', facts: ['license'], confidence: 'low' }],
  };
}

describe('family rules', () => {
  const resolve = familyResolver([rule('acme/big-*', ['acme/big-nc*']), rule('acme/*-mini-*-it')]);

  it('says what the members of a family share, without case', () => {
    expect(resolve('Acme/Big-7B', 'huggingface')).toMatchObject({
      via: 'family',
      record: { license: 'mit', publisher: 'acme' },
    });
  });

  it('says nothing of an exception', () => {
    expect(resolve('acme/big-nc-7b', 'huggingface')).toBeUndefined();
  });

  it('matches stars in the middle, and each part once', () => {
    expect(resolve('acme/x-mini-2-it', 'huggingface')).toBeDefined();
    expect(resolve('acme/x-mini-it', 'huggingface')).toBeUndefined();
  });

  it('keeps to its owner and registry', () => {
    expect(resolve('other/big-7b', 'huggingface')).toBeUndefined();
    expect(resolve('acme/big-7b', 'ollama')).toBeUndefined();
  });
});

describe('an unlisted repository of a known owner', () => {
  const owner = (kind: OrganizationRecord['kind']): OrganizationRecord => ({
    id: 'acme',
    name: 'Acme',
    kind,
    country: 'SE',
    parent: null,
    owners: ['huggingface:acme'],
    sources: [{ source: 'test', date: '2026-01-01', facts: ['country'], confidence: 'high' }],
  });

  it('has the publisher of an organization, and no license', () => {
    expect(ofOwner('acme/new', owner('company'))?.record).toMatchObject({
      publisher: 'acme',
      license: null,
      openness: null,
    });
  });

  it.each(['community', 'person', 'unknown'] as const)(
    'has nothing under a %s, whose namespace holds the work of others',
    (kind) => {
      expect(ofOwner('acme/new', owner(kind))).toBeUndefined();
    },
  );
});
