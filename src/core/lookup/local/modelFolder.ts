import type { FileSource } from '../../ports';
import type { ModelClaim } from '../claim';
import { readTextFile, type EvidenceTools } from './evidenceTools';
import { readModelCard, type CardFacts } from './modelCard';

const LICENSE_FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'LICENSE-MODEL', 'NOTICE'];

const CARD = 'README.md';
const ADAPTER = 'adapter_config.json';
const CONFIG = 'config.json';
const LOCAL = { origin: 'local file' } as const;

/**
 * Reads what a folder of weights says about itself: card, license text, and the names its configurations keep.
 * @param model the id the folder is asked for
 * @returns `undefined` when the folder says nothing.
 */
export async function claimFromFolder(
  files: FileSource,
  folder: string,
  model: string,
  tools: EvidenceTools,
): Promise<ModelClaim | undefined> {
  const at = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
  const card = readModelCard((await readTextFile(files, at(CARD), tools.decode)) ?? '');
  const text = await recognizeLicenseFile(files, at, tools);
  const lineage = await readLineage(files, at, tools, card);
  const licenses = licensesOf(card, text?.key);
  if (licenses === undefined) return lineage && { model, ...LOCAL, date: tools.today, ...lineage };
  return {
    model,
    ...LOCAL,
    source: text?.path ?? at(CARD),
    date: tools.today,
    confidence: text === undefined ? 'medium' : 'high',
    licenses,
    ...(text !== undefined && { licenseText: text.path }),
    ...(lineage !== undefined && {
      lineage: lineage.lineage,
      lineageFrom: { source: lineage.source, confidence: lineage.confidence },
    }),
  };
}

/** A license text in the folder says more than the card's label; without either, the folder makes no statement. */
function licensesOf(
  card: CardFacts | undefined,
  fromText: string | undefined,
): readonly string[] | undefined {
  if (fromText !== undefined) return [fromText];
  if (card === undefined) return undefined;
  return card.licenses.includes('other') && card.licenseName !== null ? [card.licenseName] : card.licenses;
}

async function recognizeLicenseFile(
  files: FileSource,
  at: (name: string) => string,
  tools: EvidenceTools,
): Promise<{ key: string; path: string } | undefined> {
  for (const name of LICENSE_FILES) {
    const text = await readTextFile(files, at(name), tools.decode);
    const key = text === undefined ? undefined : tools.recognizeLicense(text);
    if (key !== undefined) return { key, path: at(name) };
  }
  return undefined;
}

/** What a file of the folder says of what the weights were made from. */
type Lineage = Required<Pick<ModelClaim, 'lineage' | 'source' | 'confidence'>>;

/**
 * The card tells what its author says. A configuration tells what was loaded before it was written, which need not be what the weights beside it
 * were made from; that of an adapter names what it is made for.
 */
async function readLineage(
  files: FileSource,
  at: (name: string) => string,
  tools: EvidenceTools,
  card: CardFacts | undefined,
): Promise<Lineage | undefined> {
  if (card !== undefined && card.bases.length > 0)
    return { lineage: card.bases, source: at(CARD), confidence: 'medium' };
  const adapter = await readId(files, at(ADAPTER), 'base_model_name_or_path', tools);
  if (adapter !== undefined)
    return {
      lineage: [{ model: adapter, relation: 'adapter' }],
      source: at(ADAPTER),
      confidence: 'medium',
    };
  const origin = await readId(files, at(CONFIG), '_name_or_path', tools);
  return origin === undefined
    ? undefined
    : { lineage: [{ model: origin, relation: 'finetune' }], source: at(CONFIG), confidence: 'low' };
}

/** A configuration's value when it is an id of the Hub; a path on its maker's machine is not. */
async function readId(
  files: FileSource,
  path: string,
  key: string,
  tools: EvidenceTools,
): Promise<string | undefined> {
  try {
    const config = JSON.parse((await readTextFile(files, path, tools.decode)) ?? 'null') as Record<
      string,
      unknown
    > | null;
    const value = config?.[key];
    return typeof value === 'string' && /^[A-Za-z0-9][\w.-]{0,95}\/[\w.-]{1,96}$/.test(value)
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}
