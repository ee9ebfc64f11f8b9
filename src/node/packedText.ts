import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** In UTF-16 code units. */
const BLOCK = 262_144;
/** As fast as it can be: lines and items of one kind are much alike. */
const LEVEL = 1;
/** Bytes that say how long a block is. */
const LENGTH = 4;

/** A text that is written in the end and not looked at before: it takes a fraction of the memory that it would as strings. */
export class PackedText {
  private readonly packed: Buffer[] = [];
  private parts: string[] = [];
  private length = 0;

  /** Each part ends up in one block as a whole. */
  add(part: string): void {
    this.parts.push(part);
    this.length += part.length;
    if (this.length > BLOCK) this.pack();
  }

  /** All that was added, as {@link packedBlocks} reads it. */
  blocks(): readonly Buffer[] {
    if (this.length > 0) this.pack();
    return this.packed;
  }

  private pack(): void {
    const block = deflateRawSync(this.parts.join(''), { level: LEVEL });
    const length = Buffer.alloc(LENGTH);
    length.writeUInt32LE(block.length);
    this.packed.push(Buffer.concat([length, block]));
    this.parts = [];
    this.length = 0;
  }
}

/** The blocks of texts that were packed, without a copy. */
export function packedBlocks(bytes: Buffer): readonly Buffer[] {
  const blocks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += (blocks.at(-1) as Buffer).length)
    blocks.push(bytes.subarray(at, at + LENGTH + bytes.readUInt32LE(at)));
  return blocks;
}

/** The part of the text that is in a block, in UTF-8. */
export function unpacked(block: Buffer): Buffer {
  return inflateRawSync(block.subarray(LENGTH));
}
