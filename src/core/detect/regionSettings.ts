import type { HostEvidence } from './beside';

/**
 * Keys of settings that say in which region a cloud's client works, as its documentation and that of gateways name
 * them.
 */
const REGION_KEY = new RegExp(
  String.raw`\b(?:region(?:_?name)?|aws_?(?:default_?)?region(?:_?name)?|location|vertex_?(?:ai_?)?location|` +
    String.raw`google_(?:cloud|vertex)_location|cloud_ml_region|azure_?region)["'\x60\]]{0,2}\s{0,4}(?::=|=>|` +
    String.raw`[:=(,])\s{0,4}["'\x60]?([a-z]{2}[a-z\d-]{1,28})\b`,
  'gi',
);

/** The regions that a text sets, in order. */
export function regionsIn(text: string): readonly HostEvidence[] {
  return [...text.matchAll(REGION_KEY)].map((match) => ({
    host: '',
    said: (match[1] ?? '').toLowerCase(),
    kind: 'key',
    at: match.index,
    end: match.index + match[0].length,
  }));
}
