/** Files of weights as their formats describe them, made small: a header, and as much behind it as a test wants. */

/** @see https://github.com/huggingface/safetensors#format */
export function safetensorsFile(header: string, weights = 0): Uint8Array {
  const body = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + body.length + weights);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(body.length), true);
  bytes.set(body, 8);
  return bytes;
}

const STRING = 8;

/**
 * GGUF of version 3 with string values.
 * @param weights bytes behind the header
 * @param tensors as the header counts them: a file that counts none is a stub
 * @see https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 */
export function ggufFile(values: Readonly<Record<string, string>>, weights = 0, tensors = 0): Uint8Array {
  const parts = [new TextEncoder().encode('GGUF'), u32(3), u64(tensors), u64(Object.keys(values).length)];
  for (const [key, value] of Object.entries(values)) parts.push(text(key), u32(STRING), text(value));
  return join([...parts, new Uint8Array(weights)]);
}

function text(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value);
  return join([u64(bytes.length), bytes]);
}

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
