import { whole, type Match } from '../match';
import { atLeast } from '../intent';
import { hasFileEnding, isPlaceholder } from '../names/hubId';
import { isSentenceTransformer, isSpacyPackage, isTimmName, isVisionName, isWhisperSize } from '../names/library';
import { isYolo } from '../names/weights';
import type { Question } from './question';

/** Packages that are models: their names are like nothing else. */
export function spacy({ value, intent }: Question): Match | undefined {
  if (!isSpacyPackage(value) || intent.excluded) return undefined;
  const dash = value.search(/-\d/);
  const id = dash < 0 ? value : value.slice(0, dash);
  return { ...whole(value, 'spacy', id.replaceAll('-', '_'), intent.evidence === '' ? 'form:spacy' : intent.evidence), end: id.length, confidence: 'high' };
}

/** Names that sentence-transformers completes with its own owner, wherever they stand. */
export function sentenceTransformer({ value, intent, knowledge }: Question): Match | undefined {
  if (intent.excluded || value.includes('/') || hasFileEnding(value) || !isSentenceTransformer(value)) return undefined;
  const id = `${value.startsWith('ms-marco-') ? 'cross-encoder' : 'sentence-transformers'}/${value}`;
  if (!atLeast(intent, 'value') && !knowledge.knows(id, 'huggingface') && !knowledge.mentions('sentence')) return undefined;
  return whole(value, 'huggingface', id, intent.evidence === '' ? 'form:sentence-transformers' : intent.evidence);
}

/** Names that only the library called can tell: sizes of Whisper, architectures of timm and torchvision. */
export function atLibrary({ value, intent }: Question): Match | undefined {
  if (intent.strength !== 'loader' || isPlaceholder(value) || value.includes('/') || hasFileEnding(value)) return undefined;
  const registry = intent.registry;
  const fits = registry === 'timm' ? isTimmName(value)
    : registry === 'whisper' ? isWhisperSize(value)
      : registry === 'torchvision' || registry === 'torchhub' ? isVisionName(value)
        : registry === 'ultralytics' ? isYolo(value)
          : registry === 'spacy' ? /^[a-z]{2,3}(?:_[a-z0-9]+)+$/.test(value)
            : false;
  return fits && registry !== undefined ? whole(value, registry, value, intent.evidence) : undefined;
}

/** A size of Whisper under a key that speaks of Whisper: `whisper_model: medium`. */
export function whisperSize({ value, intent, site }: Question): Match | undefined {
  if (!atLeast(intent, 'model') || intent.registry !== 'whisper' || !isWhisperSize(value)) return undefined;
  return whole(value, 'whisper', value, intent.evidence === '' ? `key:${site.key}` : intent.evidence);
}
