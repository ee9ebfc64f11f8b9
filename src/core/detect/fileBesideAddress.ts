import { message } from '../message';
import type { ModelReference } from '../reference';
import { LineIndex } from '../text/lineIndex';
import { isConfiguration } from './configValues';

/** An address and the file it is kept as stand on one line, in a record of settings on lines that follow each other. */
const MAX_LINES = 2;
const LONGEST_ADDRESS = 2_000;

const REASON = message('its address stands beside it');

/**
 * A file of weights that stands beside the address it is fetched from is no second use:
 * `wget https://…/x.gguf -O models/x.gguf`, a record with `url` and `filename`. The address is the use; a loader that
 * opens the file stays one.
 */
export function withoutFilesBesideAddress(
  references: readonly ModelReference[],
  text: string,
  path: string,
): readonly ModelReference[] {
  const addressed = references.filter(
    ({ role, range }) => role === 'loads' && addressAt(text, range.start) !== undefined,
  );
  if (addressed.length === 0) return references;
  const reach = isConfiguration(path) ? MAX_LINES : 0;
  const lines = new LineIndex(text);
  const lineOf = ({ range }: ModelReference): number => lines.positionAt(range.start).line;
  const byName = new Map<string, { readonly line: number; readonly file: string }[]>();
  for (const reference of addressed) {
    const file = fileOf(addressAt(text, reference.range.start) ?? '');
    byName.set(nameOf(reference), [
      ...(byName.get(nameOf(reference)) ?? []),
      { line: lineOf(reference), file },
    ]);
  }
  return references.map((reference) => {
    const { role, range, evidence } = reference;
    const beside = role === 'loads' ? (byName.get(nameOf(reference)) ?? []) : [];
    if (beside.length === 0 || addressAt(text, range.start) !== undefined) return reference;
    if (evidence.some((one) => one.startsWith('loader:'))) return reference;
    const line = lineOf(reference);
    const file = fileOf(reference.text);
    return beside.some((one) => one.file === file && Math.abs(one.line - line) <= reach)
      ? { ...reference, role: 'mentions' as const, why: [REASON, ...reference.why.slice(1)] }
      : reference;
  });
}

function nameOf({ model, id }: ModelReference): string {
  return model ?? id;
}

/** The address that an offset lies in, from its scheme to its end; `undefined` where it lies in none. */
function addressAt(text: string, at: number): string | undefined {
  const before = text.slice(Math.max(0, at - LONGEST_ADDRESS), at);
  const start = before.search(/https?:\/\/[^\s"'`<>]*$/);
  return start < 0
    ? undefined
    : before.slice(start) + (/^[^\s"'`<>]*/.exec(text.slice(at, at + LONGEST_ADDRESS))?.[0] ?? '');
}

/** The last part of a path or address, without what is asked of it. */
function fileOf(path: string): string {
  const plain = path.split(/[?#]/, 1)[0] ?? '';
  return plain.slice(plain.lastIndexOf('/') + 1);
}
