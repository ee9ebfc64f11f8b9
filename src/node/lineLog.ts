import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** In UTF-16 code units. */
const CHUNK = 262_144;
/** As fast as it can be: lines of one kind are much alike. */
const LEVEL = 1;

/** Lines that are written in the end and not looked at before: they take a fraction of the memory that they would as strings. */
export class LineLog {
  private readonly packed: Buffer[] = [];
  private lines: string[] = [];
  private length = 0;

  add(line: string): void {
    this.lines.push(line);
    this.length += line.length;
    if (this.length > CHUNK) this.pack();
  }

  *parts(): Generator<string | Uint8Array> {
    for (const chunk of this.packed) yield inflateRawSync(chunk);
    yield this.lines.join('');
  }

  private pack(): void {
    this.packed.push(deflateRawSync(this.lines.join(''), { level: LEVEL }));
    this.lines = [];
    this.length = 0;
  }
}
