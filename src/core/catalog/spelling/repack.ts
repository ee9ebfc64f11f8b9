/**
 * Names of re-packed copies: quantised, converted or re-sharded weights of a model under its own name with a suffix
 * (`Qwen3-8B-GGUF`, `Llama-3.1-8B-Instruct-bnb-4bit`), as quantisers and publishers alike write them.
 */
const PARTS = [
  'gguf', 'ggml', 'gptq', 'awq', 'exl2', 'exl3', 'mlx', 'mlc', 'onnx', 'openvino', 'ov', 'ct2', 'i1', 'imat', 'imatrix', 'bnb', 'hqq', 'quip', 'quantized',
  'int4', 'int8', 'fp4', 'fp8', 'fp16', 'bf16', 'f16', 'f32', 'fp32', 'nf4', 'mxfp4', 'nvfp4', '3bit', '4bit', '5bit', '6bit', '8bit', '2bit', '4bpw',
  'w4a16', 'w8a8', 'w8a16', 'dynamic', 'quant', 'quants', 'static', 'safetensors', 'unsloth', 'autoround', 'qat', '128g', '32g', 'q4f16_1', 'q4f32_1',
];
const REPACKS: ReadonlySet<string> = new Set(PARTS);
/** Without one of these the rest says nothing of a copy: `dynamic`, `static` and `unsloth` are also words of names. */
const WEAK: ReadonlySet<string> = new Set(['dynamic', 'static', 'unsloth', 'quant', 'quants', 'qat', 'ov', 'i1', 'safetensors', '128g', '32g']);

/** The name of the model that a re-packed copy is named after; `undefined` when the name has no such suffix. */
export function repackedName(name: string): string | undefined {
  let rest = name;
  let telling = false;
  for (;;) {
    const cut = Math.max(rest.lastIndexOf('-'), rest.lastIndexOf('.'), lastQuant(rest));
    if (cut <= 0) break;
    const part = rest.slice(cut + 1).toLowerCase();
    if (!REPACKS.has(part) && !isQuant(part)) break;
    telling ||= !WEAK.has(part);
    rest = rest.slice(0, cut);
  }
  return telling && rest !== name ? rest : undefined;
}

/** llama.cpp's names of quantisations: `Q4_K_M`, `IQ3_XXS`, `q8_0`. */
export function isQuant(part: string): boolean {
  return /^i?q[1-8](_[0-9a-z]{1,3}){0,3}$/.test(part.toLowerCase());
}

/** Where `_Q4_K_M`, joined by an underscore, starts; -1 when there is none. */
function lastQuant(name: string): number {
  const at = name.toLowerCase().search(/_i?q[1-8]_[0-9a-z_]{1,9}$/);
  return at;
}
