import { detectReferences } from '../../../src/core/detect/detectReferences';
import type { Detection } from '../../../src/core/reference';
import { createCatalog } from '../../../src/core/catalog/createCatalog';
import { builtCatalog } from '../../support/builtCatalog';
import { modelRecord, organization } from '../../support/catalog';

/**
 * Texts with the names marked: `⟦gpt-4o⟧` is one that must be found with exactly this range, everything else must not be.
 * `⟦gpt-4o|azure⟧` says the registry as well.
 */
export interface Marked {
  readonly text: string;
  /** What must be found, in order: the text and, where it is said, the registry. */
  readonly expected: readonly { readonly start: number; readonly text: string; readonly registry?: string }[];
}

export function unmark(marked: string): Marked {
  const expected: { start: number; text: string; registry?: string }[] = [];
  let text = '';
  let at = 0;
  while (at < marked.length) {
    const open = marked.indexOf('⟦', at);
    if (open < 0) break;
    const close = marked.indexOf('⟧', open);
    text += marked.slice(at, open);
    const [name = '', registry] = marked.slice(open + 1, close).split('|');
    expected.push({ start: text.length, text: name, ...(registry !== undefined && { registry }) });
    text += name;
    at = close + 1;
  }
  return { text: text + marked.slice(at), expected };
}

/** A few well-known names only, so that the tests show what form and place decide and what the catalog; all hosts. */
export const CATALOG = createCatalog({
  date: '2026-11-24',
  licenses: [],
  families: [],
  hosts: builtCatalog().hosts.map((host) => ({ ...host, names: [] })),
  familyNames: { hints: [], unrelated: [] },
  sources: {},
  organizations: [
    organization('meta', 'US', ['huggingface:meta-llama', 'huggingface:facebook']),
    organization('alibaba', 'CN', ['huggingface:Qwen']),
    organization('google', 'US', ['huggingface:google']),
    organization('tii', 'AE', ['huggingface:tiiuae']),
  ],
  models: [
    modelRecord('google-bert/bert-base-uncased', { aliases: ['bert-base-uncased'] }),
    modelRecord('openai-community/gpt2', { aliases: ['gpt2'] }),
    modelRecord('google-t5/t5-small', { aliases: ['t5-small'] }),
    modelRecord('FacebookAI/roberta-base', { aliases: ['roberta-base'] }),
    modelRecord('FacebookAI/xlm-roberta-base', { aliases: ['xlm-roberta-base'] }),
    modelRecord('sentence-transformers/all-MiniLM-L6-v2'),
    modelRecord('naver/splade-cocondenser-ensembledistil'),
    modelRecord('meta-llama/Llama-3.1-8B-Instruct', {
      aliases: [
        'ollama:llama3.1:8b',
        'ollama:llama3.1',
        'groq:llama-3.1-8b-instant',
        'nvidia:meta/llama-3.1-8b-instruct',
      ],
    }),
    modelRecord('openai/whisper-large-v3'),
    modelRecord('nomic-ai/nomic-embed-text-v1.5', { aliases: ['ollama:nomic-embed-text'] }),
    modelRecord('stabilityai/sdxl-turbo'),
    modelRecord('gpt-4o', {}, 'openai'),
    modelRecord('gpt-4o-mini', {}, 'openai'),
    modelRecord('claude-haiku-4-5', {}, 'anthropic'),
    modelRecord('sonar', {}, 'perplexity'),
    modelRecord('faces_r50.onnx', {}, 'local'),
  ],
});

export function detect(
  text: string,
  path: string,
  more: { languageId?: string; configValues?: ReadonlyMap<string, string> } = {},
): Detection {
  return detectReferences(text, { path, catalog: CATALOG, ...more });
}

/** The names that are found, each with what is done with it. */
export function roles(text: string, path: string): readonly (readonly [name: string, role: string])[] {
  return detect(text, path).references.map(({ text: name, role }) => [name, role]);
}

/** What is done with each name that is found. */
export function rolesIn(text: string, path: string): readonly string[] {
  return detect(text, path).references.map(({ role }) => role);
}

/** What is found, in the same shape as {@link Marked.expected}. */
export function found(
  marked: Marked,
  path: string,
): readonly { start: number; text: string; registry?: string }[] {
  const { references } = detect(marked.text, path);
  return references.map(({ range, text, registry }, index) => ({
    start: range.start,
    text,
    ...(marked.expected[index]?.registry !== undefined && { registry }),
  }));
}
