import type { FileSource } from '../../ports';
import type { LineageRelation } from '../../vocabulary';
import type { ModelClaim } from '../claim';
import { readTextFile, type EvidenceTools } from './evidenceTools';
import { readModelCard, type CardFacts } from './modelCard';

const LICENSE_FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'LICENSE-MODEL', 'NOTICE'];

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
  const card = readModelCard((await readTextFile(files, at('README.md'), tools.decode)) ?? '');
  const text = await recognizeLicenseFile(files, at, tools);
  const lineage = await readLineage(files, at, tools, card);
  const licenses = licensesOf(card, text?.key);
  if (licenses === undefined && lineage.length === 0) return undefined;
  return {
    model,
    origin: 'local file',
    source: text === undefined ? at('README.md') : text.path,
    date: tools.today,
    confidence: text === undefined ? 'medium' : 'high',
    ...(licenses !== undefined && { licenses }),
    ...(text !== undefined && { licenseText: text.path }),
    ...(lineage.length > 0 && { lineage }),
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

async function readLineage(
  files: FileSource,
  at: (name: string) => string,
  tools: EvidenceTools,
  card: CardFacts | undefined,
): Promise<readonly { model: string; relation: LineageRelation }[]> {
  if (card !== undefined && card.bases.length > 0) return card.bases;
  const adapter = await readId(files, at('adapter_config.json'), 'base_model_name_or_path', tools);
  if (adapter !== undefined) return [{ model: adapter, relation: 'adapter' }];
  const origin = await readId(files, at('config.json'), '_name_or_path', tools);
  return origin === undefined ? [] : [{ model: origin, relation: 'finetune' }];
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
