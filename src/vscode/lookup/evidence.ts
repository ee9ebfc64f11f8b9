import { type EvidenceTools, isoDay } from '../../core';
import type { Host } from '../host';
import { decode, systemClock } from '../platform';

/** What the readers of files on this machine need, as far as the host has it. The license texts are loaded on first use. */
export async function evidenceTools({ readGguf }: Host): Promise<EvidenceTools> {
  const { recognizeText } = await import('../../core/licenses/recognizeText');
  return {
    decode,
    today: isoDay(systemClock.now()),
    recognizeLicense: (text) => recognizeText(text)?.license,
    ...(readGguf && { readGguf }),
  };
}
