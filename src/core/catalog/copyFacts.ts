import { NONE_STATED, type Confidence } from '../vocabulary';
import type { ModelRecord, Source } from './records';

/** Keys of `sources.yaml`: what a copy's name tells, and what it has of its original. */
export const BY_NAME = 'by-name';
export const OF_ORIGINAL = 'of-original';

/** Licenses that name no text: a card that says so speaks for itself alone. */
const NO_TEXT: ReadonlySet<string | null> = new Set([null, NONE_STATED, 'other', 'unknown']);

/**
 * A re-packed copy with what follows from its original. Packing changes neither whose weights they are nor their terms: what is
 * quantized or converted stays under the license of what it was made from (rule base, "quantize or convert: the license of the base
 * governs"). A fact of the copy's own always stays, and a license that differs from the original's is left for the rules to find.
 * @param namesRead the day of what names tell, for a copy that does not state its original
 */
export function asCopy(copy: ModelRecord, original: ModelRecord, namesRead: string): ModelRecord {
  const license = copy.license ?? inheritable(original);
  const told = copy.copyOf === null ? [source(BY_NAME, namesRead, ['copyOf', 'lineage'], 'low')] : [];
  const inferred = license === copy.license ? [] : [ofOriginal(copy, original)];
  return {
    ...copy,
    license,
    copyOf: copy.copyOf ?? original.id,
    lineage: lineageOf(copy, original),
    openness: copy.openness ?? (license === copy.license ? null : opennessOf(original)),
    task: copy.task ?? original.task,
    multimodal: copy.multimodal ?? original.multimodal,
    parameters: copy.parameters ?? original.parameters,
    sources: [...copy.sources, ...told, ...inferred],
  };
}

function inheritable({ license, openness }: ModelRecord): string | null {
  return openness === 'api-only' || NO_TEXT.has(license) ? null : license;
}

/** What shows how an original was made is beside its weights; a copy has the weights alone. */
function opennessOf({ openness }: ModelRecord): ModelRecord['openness'] {
  return openness === 'open-source' ? 'open-weights' : openness;
}

/**
 * A card that names its original without a word on how it was made counts as a fine-tune elsewhere; its name says more. What no card
 * names is not written down a second time: a look-up takes `copyOf` for a base.
 */
function lineageOf({ lineage }: ModelRecord, { id }: ModelRecord): ModelRecord['lineage'] {
  return lineage.map((base) => (isSame(base.model, id) ? { model: id, relation: 'quantized' } : base));
}

/**
 * The license is as old as the original's. It is surer where the publisher packed its own model or the card itself names the
 * original, and never surer than what is known of that.
 */
function ofOriginal(copy: ModelRecord, original: ModelRecord): Source {
  const read = original.sources.find(({ facts }) => facts.includes('license'));
  const own = copy.publisher !== null && copy.publisher === original.publisher;
  const sure =
    (own || copy.lineage.some(({ model }) => isSame(model, original.id))) && read?.confidence !== 'low';
  return source(OF_ORIGINAL, read?.date ?? '', ['license'], sure ? 'medium' : 'low');
}

function source(key: string, date: string, facts: readonly string[], confidence: Confidence): Source {
  return { source: key, date, facts, confidence };
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
