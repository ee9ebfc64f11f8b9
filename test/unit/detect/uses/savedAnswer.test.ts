import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const ID = 'anthropic/claude-haiku-4.5';
const WEIGHTS = 'meta-llama/Llama-3.1-8B-Instruct';
const RECORD = {
  id: ID,
  canonical_slug: `${ID}-20251001`,
  hugging_face_id: WEIGHTS,
  created: 1_750_443_016,
  context_length: 128_000,
  architecture: { modality: 'text->text', tokenizer: 'Other', instruct_type: null },
  pricing: { prompt: '0.00000005', completion: '0.0000001' },
  top_provider: { context_length: 128_000, is_moderated: false },
};

/** So many records, the last of them changed. */
function records(count: number, last: object = {}): readonly object[] {
  return Array.from({ length: count }, (_, at) => (at === count - 1 ? { ...RECORD, ...last } : RECORD));
}

/** What a document makes of each name: its role and host. */
function usesIn(document: unknown): readonly string[] {
  const { references } = detect(JSON.stringify(document), 'a.json');
  return references.map(({ text, role, host }) => `${text} ${role} ${String(host)}`);
}

/** What a document makes of the name in its last record. */
const lastIn = (document: unknown): string =>
  usesIn(document)
    .filter((use) => use.startsWith(ID))
    .at(-1) ?? '';

describe('a saved answer of OpenRouter', () => {
  it('lists what it sells, and loads none of the weights that it tells of', () => {
    for (const document of [{ data: records(20) }, records(20)]) {
      const uses = usesIn(document);
      expect(new Set(uses)).toEqual(
        new Set([`${ID} lists openrouter`, `${ID}-20251001 lists openrouter`, `${WEIGHTS} mentions null`]),
      );
    }
  });

  it('is no list that somebody chose from it', () => {
    for (const document of [{ data: records(19) }, { agents: records(20) }, [{ models: records(20) }]])
      expect(usesIn(document).join(), JSON.stringify(document).slice(0, 20)).not.toMatch(/lists|mentions/);
  });

  it('asks a model whose record says how, or that it is chosen', () => {
    for (const said of [
      { apiKey: 'x' },
      { temperature: 0.2 },
      { baseUrl: 'https://a.b/v1' },
      { enabled: true },
      { fallback_model: 'gpt-4o' },
      { use_for: 'chat' },
    ])
      expect(lastIn({ data: records(20, said) }), JSON.stringify(said)).toMatch(/ (?:calls|loads) /);
  });

  it('has records that say all of it', () => {
    for (const said of [
      { architecture: { modality: 'text->text' } },
      { pricing: { prompt: '0.1' } },
      { top_provider: undefined },
      { context_length: undefined },
    ]) {
      expect(lastIn({ data: records(21, said) }), JSON.stringify(said)).toMatch(/ (?:calls|loads) /);
      const few = Array.from({ length: 20 }, () => ({ ...RECORD, ...said }));
      expect(usesIn({ data: few }).join(), JSON.stringify(said)).not.toMatch(/lists openrouter/);
    }
  });
});
