import type { Decode, FileSource } from '../../ports';

/** What the readers of local files need from the host and from the license room. */
export interface EvidenceTools {
  readonly decode: Decode;
  /** Key of the license whose text this is; `undefined` when it is none that the catalog knows. */
  recognizeLicense(text: string): string | undefined;
  /** Reads the string values of a GGUF header. Absent in a host that cannot read one. */
  readGguf?(files: FileSource, path: string): Promise<ReadonlyMap<string, string> | undefined>;
  /** Today, `YYYY-MM-DD`: when the files were read. */
  readonly today: string;
}

/** A text file's beginning; `undefined` when it is not there or cannot be read, which is common and no fault. */
export async function readTextFile(
  files: FileSource,
  path: string,
  decode: Decode,
  most = 1_000_000,
): Promise<string | undefined> {
  try {
    return decode(await files.readRange(path, 0, most), 'utf-8');
  } catch {
    return undefined;
  }
}
