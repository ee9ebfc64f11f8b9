import { readLayer } from './readLayer';

const FILE = /\.(?:ya?ml|json)$/i;
/** The keys that each such file has, and one of the sections with records. */
const HEADS: readonly RegExp[] = [
  /(?:^|[\n{,])[ \t]{0,8}["']?title["']?[ \t]{0,4}:/,
  /(?:^|[\n{,])[ \t]{0,8}["']?date["']?[ \t]{0,4}:[ \t]{0,4}["']?\d{4}-\d\d-\d\d\b/,
  /(?:^|[\n{,])[ \t]{0,8}["']?(?:models|organizations|licenses|hosts)["']?[ \t]{0,4}:/,
];

/** Whether a file is a catalog layer by what it holds: an organization's own records, without a mistake. */
export function holdsLayer(path: string, text: string): boolean {
  if (!FILE.test(path) || !HEADS.every((head) => head.test(text))) return false;
  const reading = readLayer(text);
  if ('problems' in reading) return false;
  const { models, organizations, licenses, hosts } = reading.layer;
  return [models, organizations, licenses, hosts].some((records) => records.length > 0);
}
