import type { AddressPath, NameInAddress } from '../address';

/** spaCy's models are released as wheels: the package name is the model. */
export function readSpacyRelease(path: AddressPath): NameInAddress | undefined {
  if (!path.parts.includes('spacy-models') && !path.parts.includes('scispacy')) return undefined;
  const at = path.parts.indexOf('download');
  const tag = path.parts[at + 1] ?? '';
  const dash = tag.indexOf('-');
  if (at < 0 || dash <= 0) return undefined;
  const start = path.starts[at + 1] ?? 0;
  return {
    start,
    end: start + dash,
    id: tag.slice(0, dash),
    revision: tag.slice(dash + 1),
  };
}
