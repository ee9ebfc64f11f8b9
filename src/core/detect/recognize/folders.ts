import { hubId, isPathLike, isPlaceholder } from '../../registries/names/hubId';
import { hasWeightsEnding, nameOfFolder } from '../../registries/names/weights';
import { isWrittenPath } from '../filePath';
import { atLeast, evidenceOr } from '../intent';
import { pin, type Match } from '../match';
import { ofKnownWeights } from './addresses';
import type { Question } from './question';

/**
 * Where clients of the Hub keep what they got, of which commit, and perhaps what lies there:
 * `…/hub/models--owner--name/snapshots/<commit>` (https://huggingface.co/docs/huggingface_hub/guides/manage-cache).
 */
const CACHED = new RegExp(
  String.raw`(?:^|[\\/])(models--[A-Za-z\d][\w.-]{0,200})(?:[\\/]{1,2}snapshots[\\/]{1,2}([\da-f]{40}))?` +
    String.raw`(?:[\\/][\w.\\/-]{0,200})?$`,
);

/** The repository that a folder of that cache is of: its name can be nothing else. */
export function cached({ value, intent }: Question): Match | undefined {
  const [, folder = '', commit] = CACHED.exec(value) ?? [];
  if (folder === '' || intent.excluded || !atLeast(intent, 'model')) return undefined;
  const id = folder.slice('models--'.length).replace('--', '/');
  const start = value.lastIndexOf(folder);
  if (isPlaceholder(id)) return undefined;
  return {
    start,
    end: start + folder.length,
    registry: 'huggingface',
    id,
    evidence: evidenceOr(intent, 'folder'),
    ...(commit !== undefined && { revision: pin(commit) }),
  };
}

/**
 * A folder that is called after a known model, where a loader, a program or a setting gets one:
 * `/opt/huggingface/BAAI/bge-large-zh-v1.5`, `~/models/Qwen2.5-7B-Instruct/`. What lies in a folder of another name
 * nobody knows.
 */
export function calledAfter(question: Question): Match | undefined {
  const { value, intent, knowledge } = question;
  if (intent.excluded || !atLeast(intent, 'model') || !isPath(question)) return undefined;
  const folders = value.split(/[\\/]/).filter((part) => part !== '');
  if (hasWeightsEnding(folders.at(-1) ?? '')) folders.pop();
  const [owner = '', name = ''] = folders.slice(-2);
  const both = `${owner}/${name}`;
  const isOwned = value.includes(both) && knowledge.knows(nameOfFolder(both), 'huggingface');
  const written = isOwned ? both : name;
  const id = nameOfFolder(written);
  const registry = ofKnownWeights(id, knowledge);
  if (registry === undefined) return undefined;
  const start = value.lastIndexOf(written);
  return { start, end: start + written.length, registry, id, evidence: evidenceOr(intent, 'folder') };
}

/** Keys of what a browser asks a server for: `modelUrl: "/models/name"` may be a page about the model. */
const OF_PAGE = /(?:ur[il]|href|route|endpoint|link|page)s?$/i;

/** A path that is written as one, or, where something is surely loaded, in a folder of a usual name: `models/name`. */
function isPath({ value, site, intent }: Question): boolean {
  if (isPlaceholder(value) || OF_PAGE.test(site.key)) return false;
  if (isWrittenPath(value)) return true;
  const folder = hubId(value);
  return intent.strength === 'loader' && folder !== undefined && isPathLike(folder);
}
