import { describe, expect, it } from 'vitest';
import { livesAt, statusLine } from '../../../src/core/lookup/hostLives';
import { createLookup } from '../../../src/core/lookup/lookup';
import { serviceAt } from '../../../src/core/lookup/service';
import { render } from '../../../src/core/message';
import { builtCatalog } from '../../support/builtCatalog';

const TODAY = '2026-12-01';
const LARGE = 'mistralai/Mistral-Large-Instruct-2411';
const catalog = builtCatalog();
const lives = livesAt(catalog, LARGE, TODAY);

describe('what hosts say of the end of a model', () => {
  it('is that of each, the maker first', () => {
    expect(lives.map(({ host }) => host)).toEqual(['mistral', 'azure', 'github-models']);
  });

  it('is what an audit tells of a call there', () => {
    for (const { host, id, status } of lives) expect(status).toEqual(serviceAt(catalog, host, id).status);
  });

  it('is nothing where no calendar tells of it', () => {
    expect(livesAt(catalog, 'acme/unheard-of', TODAY)).toEqual([]);
  });
});

describe('the state of a model in a line', () => {
  const line = (id: string): string => {
    const model = createLookup(catalog, [], undefined, () => TODAY).find(id);
    return model === undefined ? '' : statusLine(model, livesAt(catalog, model.id, TODAY), render);
  };

  it('names the host of each end', () => {
    expect(line('mistral-large-2411')).toMatch(
      /^Mistral AI: retired, 2026-05-31, followed by mistral-medium-3-5; Azure [^;]*: retired, 2026-01-30, followed by /,
    );
  });

  it('tells of another name of a dated one what its maker says of that', () => {
    expect(line('claude-opus-4-1')).toMatch(/^Anthropic: retired, 2026-08-05, followed by /);
    expect(line('claude-opus-4-1-20250805')).toMatch(/^Anthropic: retired, 2026-08-05, followed by /);
  });

  it('names the version that ends where that is not the model', () => {
    expect(line('qwen-max')).toMatch(
      /^not known; qwen-max-2024-01-07 at Alibaba [^;]*: retired, 2025-05-08; qwen-max-2024-04-03 at Alibaba /,
    );
  });

  it('tells of weights that they go on', () => {
    expect(line('meta-llama/Llama-3.1-8B-Instruct')).toMatch(/^active; .*; and \d+ more$/);
  });
});
