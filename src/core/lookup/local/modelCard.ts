import type { Document } from 'yaml';
import { parseYaml } from '../../text/parseYaml';
import type { LineageRelation } from '../../vocabulary';

/** What a model card's front matter declares. An empty `licenses` means that the card states none. */
export interface CardFacts {
  readonly licenses: readonly string[];
  readonly licenseName: string | null;
  readonly licenseLink: string | null;
  readonly bases: readonly { readonly model: string; readonly relation: LineageRelation }[];
  readonly gatedPrompt: boolean;
}

const MAX_FRONT_MATTER = 200_000;
const RELATIONS: readonly LineageRelation[] = ['finetune', 'adapter', 'quantized', 'merge', 'distilled'];

/**
 * Reads the YAML between the two `---` lines at the head of a README.
 * @returns `undefined` when there is no front matter or it is not YAML that can be parsed.
 */
export function readModelCard(text: string): CardFacts | undefined {
  const front = frontMatter(text);
  if (front === undefined) return undefined;
  const { document } = parseYaml(front);
  if (document === undefined || document.errors.length > 0) return undefined;
  const card = toRecord(document);
  if (card === undefined) return undefined;
  const relation = RELATIONS.find((known) => known === card['base_model_relation']) ?? 'finetune';
  return {
    licenses: strings(card['license'])
      .map((key) => key.trim().toLowerCase())
      .filter((key) => key !== ''),
    licenseName: strings(card['license_name'])[0] ?? null,
    licenseLink: strings(card['license_link'])[0] ?? null,
    bases: strings(card['base_model'])
      .filter((name) => /^[\w.-]{1,96}\/[\w.-]{1,96}$/.test(name))
      .map((model) => ({ model, relation })),
    gatedPrompt: 'extra_gated_prompt' in card,
  };
}

/** The text between the marks; `undefined` without them. Indices, not a pattern: a card may be large. */
function frontMatter(text: string): string | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = /^---[ \t]*\r?\n/.exec(text.slice(start, start + 200));
  if (opening === null) return undefined;
  const from = start + opening[0].length;
  const end = text.indexOf('\n---', from - 1);
  return end < 0 || end - from > MAX_FRONT_MATTER ? undefined : text.slice(from, end + 1);
}

/** Aliases that would grow the document beyond reason make `toJS` throw; such a card says nothing. */
function toRecord(document: Document.Parsed): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === 'string' && item.length <= 300,
  );
}
