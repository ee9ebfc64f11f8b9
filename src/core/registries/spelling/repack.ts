/**
 * Names of re-packed copies: quantized, converted or re-sharded weights of a model under its own name with a suffix
 * (`Qwen3-8B-GGUF`, `Llama-3.1-8B-Instruct-bnb-4bit`), as quantizers and publishers alike write them.
 */
const PARTS = [
  'gguf',
  'ggml',
  'gptq',
  'awq',
  'exl2',
  'exl3',
  'mlx',
  'mlc',
  'onnx',
  'openvino',
  'ov',
  'ct2',
  'i1',
  'imat',
  'imatrix',
  'bnb',
  'hqq',
  'quip',
  'quantized',
  'llamafile',
  'int3',
  'int4',
  'int6',
  'int8',
  'fp4',
  'fp6',
  'fp8',
  'fp16',
  'bf16',
  'f16',
  'f32',
  'fp32',
  'nf4',
  'mxfp4',
  'mxfp6',
  'mxfp8',
  'nvfp4',
  'nvfp4a16',
  'mxfp4_moe',
  '1bit',
  '2bit',
  '3bit',
  '4bit',
  '5bit',
  '6bit',
  '8bit',
  '4bpw',
  'w4a16',
  'w4a8',
  'w8a8',
  'w8a16',
  'dynamic',
  'block',
  'quant',
  'quants',
  'static',
  'safetensors',
  'unsloth',
  'ud',
  'autoround',
  'torchao',
  'dwq',
  'optiq',
  'dq',
  'iq',
  'kv',
  'cw',
  'sym',
  'mixed',
  'qat',
  'int8mix',
  'fp16mix',
  'bf16mix',
  'llama_cpp',
  'unquantized',
  '128g',
  '64g',
  '32g',
  'g128',
  'g64',
  'g32',
  'h6',
  'h8',
  'q4f16_1',
  'q4f32_1',
];
const REPACKS: ReadonlySet<string> = new Set(PARTS);
/** Without one of the others these say nothing of a copy: `dynamic`, `static` and `unsloth` are also words of names. */
const WEAK: ReadonlySet<string> = new Set([
  'dynamic',
  'block',
  'static',
  'llama_cpp',
  'unsloth',
  'ud',
  'quant',
  'quants',
  'qat',
  'unquantized',
  'ov',
  'i1',
  'safetensors',
  'dq',
  'iq',
  'kv',
  'cw',
  'sym',
  'mixed',
  '128g',
  '64g',
  '32g',
  'g128',
  'g64',
  'g32',
  'h6',
  'h8',
]);
/**
 * Packings that are followed by their bits (`GPTQ-4b`), by the edition of the packing (`NVFP4-v2`) or by its day
 * (`DWQ-053125`).
 */
const DETAILED = /[-.](?:gptq|awq|nvfp4|fp8|dwq)$/i;
const DETAIL = /^(?:[2-8]b|v\d|\d{6})$/i;

/** The name of the model that a re-packed copy is named after; `undefined` when the name has no such suffix. */
export function repackedName(name: string): string | undefined {
  let rest = name;
  let telling = false;
  for (;;) {
    const cut = lastCut(rest);
    if (cut <= 0) break;
    const part = rest.slice(cut + 1).toLowerCase();
    const before = rest.slice(0, cut);
    const packing = REPACKS.has(part) || isQuant(part) || isBitRate(part);
    if (!packing && !(DETAIL.test(part) && DETAILED.test(before))) break;
    telling ||= packing && !WEAK.has(part);
    rest = before;
  }
  return telling && rest !== name ? rest : undefined;
}

/**
 * llama.cpp's names of quantizations: `Q4_K_M`, `IQ3_XXS`, `q8_0`, run together `q4km`; MLX's dynamic ones:
 * `DQ3_K_M`.
 */
export function isQuant(part: string): boolean {
  return /^[id]?q[1-8](?:k[sml]?|(?:_[0-9a-z]{1,3}){0,3})$/.test(part.toLowerCase());
}

/** Bits a weight, as ExLlama's quantizers write them: `4.0bpw`. */
function isBitRate(part: string): boolean {
  return /^\d\.\d{1,2}bpw$/.test(part);
}

/** Where the last part of a name begins, with what joins it; -1 when there is only one. */
function lastCut(name: string): number {
  const rate = name.toLowerCase().search(/[-_]\d\.\d{1,2}bpw$/);
  return rate >= 0 ? rate : Math.max(name.lastIndexOf('-'), name.lastIndexOf('.'), joinedByUnderscore(name));
}

/** Where `_Q4_K_M`, `_GGUF` or `_MLX`, joined by an underscore, starts; -1 when there is none. */
function joinedByUnderscore(name: string): number {
  return name.toLowerCase().search(/_(?:[id]?q[1-8]_[0-9a-z_]{1,9}|gguf|awq|gptq|mlx)$/);
}
