import { message, type Message } from '../message';
import type { ModelReference } from '../reference';
import { perObject } from '../once';
import type { FixContext, FixFile } from './fix';

/**
 * Where a name tells what files of weights were made from, or what was fetched, and chooses nothing that runs: another name there would
 * make the file say what is not so, and hide the duties of the model that the weights come from.
 */

/** Keys under which libraries write where the weights beside a file come from; in JSON people write others. */
const ORIGIN_KEYS: ReadonlySet<string> = new Set([
  'key:_name_or_path',
  'key:name_or_path',
  'key:base_model_name_or_path',
]);

/** What only a library writes that saves weights: https://huggingface.co/docs/transformers/main_classes/configuration */
const SAVED_WITH_WEIGHTS =
  /"(?:architectures|transformers_version|_diffusers_version|peft_type|tokenizer_class)"\s{0,8}:/;

/** Looked for once in a file: it may have as many findings as a long table has names. */
const isSavedWithWeights = perObject((document: FixFile) => SAVED_WITH_WEIGHTS.test(document.text() ?? ''));

/** Lists of what was fetched, which the tool that fetched it writes: lock files, sums of files, and DVC's notes on data. */
const WRITTEN_BY_TOOLS =
  /(?:^|\/)(?:[^/]*[-.]lock(?:\.(?:json|ya?ml|toml))?|[^/]*(?:check)?sums?(?:\.txt)?|[^/]*\.(?:sha(?:1|256|512)|md5|dvc))$/i;

/** The data at the head of a model card: https://huggingface.co/docs/hub/model-cards */
const CARD_DATA = /^\uFEFF?---\r?\n[^]*?\n---[ \t]*(?:\r?\n|$)/;

/**
 * Why a name must not be changed where it stands, whatever is found about it.
 * @returns the reason as a sentence without a subject of its own; `undefined` where it may be changed
 */
export function recordReason(
  reference: Pick<ModelReference, 'range' | 'evidence'>,
  { document }: Pick<FixContext, 'document'>,
): Message | undefined {
  const { path } = document;
  if (WRITTEN_BY_TOOLS.test(path)) return message('the file lists what was fetched');
  const isOfWeights = /\.json$/i.test(path)
    ? reference.evidence.some((one) => ORIGIN_KEYS.has(one)) || isSavedWithWeights(document)
    : isInCard(reference, path, document.text() ?? '');
  return isOfWeights ? message('the file tells what its weights come from') : undefined;
}

function isInCard({ range }: Pick<ModelReference, 'range'>, path: string, text: string): boolean {
  return /\.(?:md|markdown|mdx)$/i.test(path) && range.end <= (CARD_DATA.exec(text)?.[0].length ?? 0);
}
