import { describe, expect, it } from 'vitest';
import { splitPath, type NameInAddress } from '../address';
import { readHubAddress, readHubScheme } from './address';
import { hubSpelling } from './spelling';

/**
 * The id in an address, `@` and its revision, `?` where only the catalog can tell; what stands at its place is said
 * where it differs.
 */
function told(found: NameInAddress | undefined, address: string): string | undefined {
  if (found === undefined) return undefined;
  const { start, end, id, revision, uncertain } = found;
  const written = address.slice(start, end);
  return [
    id,
    revision === undefined ? '' : `@${revision}`,
    uncertain === true ? '?' : '',
    written === id ? '' : ` at ${written}`,
  ].join('');
}

describe('an address of the Hub', () => {
  const SITE = 'https://huggingface.co/';
  const inAddress = (path: string): string | undefined =>
    told(readHubAddress(splitPath(SITE + path, SITE.length)), SITE + path);

  it.each([
    ['acme/thing', 'acme/thing'],
    ['acme/thing/', 'acme/thing'],
    ['acme/thing?x=1', 'acme/thing'],
    ['acme/thing.git', 'acme/thing'],
    ['acme/thing:Q4_K_M', 'acme/thing'],
    ['acme/thing.github', 'acme/thing.github'],
    ['acme/thing/resolve/main/a.bin', 'acme/thing@main'],
    ['acme/thing/tree/refs%2Fpr%2F1', 'acme/thing@refs/pr/1'],
    ['acme/thing/tree', 'acme/thing'],
    ['acme/thing/discussions/1', 'acme/thing@1'],
    ['acme/thing/settings', 'acme/thing'],
    ['acme/thing/model.bin', 'acme/thing'],
    // Of another part only the catalog can tell, but for a name like a model's.
    ['acme/thing/other', 'acme/thing?'],
    ['acme/llama-7b/other', 'acme/llama-7b'],
    ['acme/llama-7b@main/other', 'acme/llama-7b'],
    ['acme/models/resolve/main/a.bin', 'acme/models@main'],
    ['api/models/acme/thing', 'acme/thing'],
    ['api/models/acme/thing/other', 'acme/thing'],
    ['api/models/acme/models', 'acme/models'],
    ['models/acme/thing', 'acme/thing'],
    ['hf-inference/models/acme/thing', 'acme/thing'],
    ['api/resolve-cache/models/acme/thing/0123abc/a.json', 'acme/thing'],
    // The first models have no owner.
    ['gpt2', 'gpt2?'],
    ['gpt2/', 'gpt2?'],
    ['bert-base-uncased/resolve/main/a.bin', 'bert-base-uncased@main'],
    ['bert-base-uncased/tree/', 'bert-base-uncased'],
    ['api/models/gpt2', 'gpt2?'],
  ])('%s has %s', (path, id) => expect(inAddress(path)).toBe(id));

  it.each([
    '',
    'datasets/acme/thing',
    'docs',
    'docs/transformers',
    'acme/models',
    'acme/datasets/thing',
    'api/models/',
    'acme/a b',
  ])('%s has none', (path) => expect(inAddress(path)).toBeUndefined());
});

describe('an address with the scheme of the Hub', () => {
  const inScheme = (path: string): string | undefined =>
    told(readHubScheme(`hf://${path}`, 5), `hf://${path}`);

  it.each([
    ['acme/thing', 'acme/thing'],
    ['acme/thing/a.bin', 'acme/thing'],
    ['acme/thing@v1/a.bin', 'acme/thing@v1'],
    ['models/acme/thing', 'acme/thing'],
    ['models/thing', 'models/thing'],
  ])('%s has %s', (path, id) => expect(inScheme(path)).toBe(id));

  it.each(['datasets/acme/thing', 'spaces/acme/thing', 'acme', '@acme/thing'])('%s has none', (path) =>
    expect(inScheme(path)).toBeUndefined(),
  );
});

describe('the spelling of an id of the Hub', () => {
  it.each([
    ['https://huggingface.co/acme/thing/tree/main', 'huggingface:acme/thing acme/thing'],
    ['hf://models/acme/thing@v1', 'huggingface:acme/thing acme/thing'],
    ['models--acme--thing', 'huggingface:acme/thing acme/thing'],
    ['acme/thing:Q4', 'huggingface:acme/thing acme/thing'],
    ['acme/thing', 'acme/thing'],
    ['gpt2', 'gpt2'],
    ['https://hf.co/gpt2?x', 'huggingface:gpt2 gpt2'],
    ['hf.co/datasets/acme/thing', ''],
    ['spaces/acme/thing', ''],
    ['https://huggingface.co/', ''],
  ])('%s may be %s', (spelling, candidates) => {
    const said = hubSpelling(spelling).map((one) => {
      if ('registry' in one) return `${one.registry}:${one.spelling}`;
      return 'vendor' in one ? `${one.vendor}/${one.name}` : one.name;
    });
    expect(said.join(' ')).toBe(candidates);
  });
});
