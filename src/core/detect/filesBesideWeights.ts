import { hasWeightsEnding } from '../registries/names/weights';
import type { ModelReference } from '../reference';
import { addTo } from '../text/grouped';
import { textBehind } from '../text/pieces';
import { FROM_REPOSITORY } from './filesOfRepository';
import type { FoundReferences } from './foundReferences';
import { entryOf } from './site';

const LONGEST_PATH = 300;
/** What is no weights but read together with them: vocabularies, settings of a tokenizer or of the model. */
const READ_WITH_WEIGHTS = new RegExp(
  String.raw`(?:^|/)[\w.-]*(?:vocab|merges|token|config|processor|spiece|\.onnx)[\w.-]*` +
    String.raw`\.(?:txt|jsonl?|ya?ml|model|tiktoken)$`,
  'i',
);

/**
 * The vocabulary, tokenizer or settings of weights that the same record gets from the same repository are no second
 * use: `model_path: hf://owner/name/model.safetensors` beside `vocab_path: hf://owner/name/vocab.txt`. Weights that
 * were only listed for their place are used as such a file is: it is read for them.
 * @param references of a text, in which such files become mentions
 */
export function settleFilesBesideWeights(references: FoundReferences): void {
  for (const files of recordsOf(references).values()) settleRecord(references, files);
}

interface FileAt {
  readonly at: number;
  readonly file: string;
}

/** The files of one repository that each record gets, of one revision. */
function recordsOf({
  found,
  places,
  knowledge: { text },
}: FoundReferences): ReadonlyMap<string, readonly FileAt[]> {
  const records = new Map<string, FileAt[]>();
  for (const [at, { site }] of places) {
    const reference = found.get(at);
    const entry = entryOf(site);
    if (reference?.registry !== 'huggingface' || entry === 0) continue;
    const file = fileAt(text, reference.range.end, reference.text);
    if (file !== '') addTo(records, `${entry} ${revisionOf(reference)} ${reference.id}`, { at, file });
  }
  return records;
}

function settleRecord({ found }: FoundReferences, files: readonly FileAt[]): void {
  const weights = found.get(files.find(({ file }) => hasWeightsEnding(file))?.at ?? -1);
  if (weights === undefined || weights.role === 'mentions') return;
  for (const { at, file } of files) {
    const read = found.get(at);
    if (read?.role !== 'loads' || !READ_WITH_WEIGHTS.test(file)) continue;
    const { role, host, why } = read;
    if (weights.role === 'lists') found.set(weights.range.start, { ...weights, role, host, why });
    found.set(at, { ...read, role: 'mentions', why: [FROM_REPOSITORY] });
  }
}

/** The revision of a reference; what is got at the usual one may say so or not. */
function revisionOf({ revision }: ModelReference): string {
  return revision === undefined || revision.value === 'main' ? '' : revision.value;
}

/** The path of an address behind the repository that it names, `''` for what is no address of a file. */
function fileAt(text: string, end: number, named: string): string {
  const behind = /^[^\s"'`<>?#]*/.exec(textBehind(text, end, LONGEST_PATH))?.[0] ?? '';
  const path = named + behind;
  return path.includes('/') && /\.\w{2,12}$/.test(path) ? path : '';
}
