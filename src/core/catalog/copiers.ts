/**
 * Owners on the Hub that hand on the models of others, in lower case, as the models under their names show
 * (facts of 14,468 Hub models, 2022 to 2026; litert-community: google-ai-edge/gallery@362cd11 model_allowlists/1_0_4.json). What they hold is no original where somebody else has a model of that name.
 */
const REPACKERS: ReadonlySet<string> = new Set([
  'unsloth',
  'mlx-community',
  'lmstudio-community',
  'bartowski',
  'thebloke',
  'mradermacher',
  'redhatai',
  'neuralmagic',
  'nm-testing',
  'hugging-quants',
  'cyankiwi',
  'quanttrio',
  'ista-daslab',
  'casperhansen',
  'ibnzterrell',
  'kaitchup',
  'gaunernst',
  'onnx-community',
  'litert-community',
  'xenova',
  'openvino',
  'ggml-org',
  'second-state',
  'maziyarpanahi',
  'quantfactory',
  'turboderp',
  'lonestriker',
  'solidrust',
  'modelcloud',
  'noctrex',
  'gabriellarson',
  'devquasar',
  'stelterlab',
  'optimum',
  'optimum-intel-internal-testing',
  'peft-internal-testing',
  'hf-internal-testing',
  'huggyllama',
  'nonlinearshimada',
  'cstr',
  'efficient-large-model',
  'systran',
]);

/**
 * Owners that also hand models on under the very name that their publisher gave them. They are named one by one: under any other
 * owner the name of somebody else's model says nothing.
 */
const MIRRORS: ReadonlySet<string> = new Set([
  'unsloth',
  'nousresearch',
  'primeintellect',
  'efficient-large-model',
  'redhatai',
  'neuralmagic',
  'mlx-community',
  'onnx-community',
  'litert-community',
  'xenova',
]);

export function isRepacker(owner: string): boolean {
  return REPACKERS.has(owner.toLowerCase());
}

export function isMirror(owner: string): boolean {
  return MIRRORS.has(owner.toLowerCase());
}
