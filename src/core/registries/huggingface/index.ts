import { directProgram, program } from '../define';
import { readHubAddress } from './address';
import { FASTEMBED } from './fastembed';
import { MLX } from './mlx';
import { LOADERS } from './loaders';
import { hubSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Repositories of the Hugging Face Hub, `owner/name`: weights that anybody may load, perhaps behind a gate. */
export const huggingface: RegistryDefinition = {
  kind: 'hub',
  hasBroadModule: true,
  prefixes: [
    'huggingface',
    'hf',
    'deepinfra',
    'hosted_vllm',
    'vllm',
    'nebius',
    'hyperbolic',
    'featherless_ai',
    'featherless',
    'infinity',
    'sglang',
    'hf-inference-providers',
  ],
  providers: ['hfinference', 'huggingfacehub', 'huggingfaceendpoint', 'huggingfaceinference'],
  idSchemes: [
    'hf://',
    'HF://',
    'hf-hub:',
    'hf_hub:',
    'hf:',
    'huggingface://',
    'huggingface:',
    'hub:',
    'transformers:',
  ],
  addresses: [
    { host: 'huggingface.co', read: readHubAddress, isBare: true },
    { host: 'www.huggingface.co', read: readHubAddress, isBare: true },
    { host: 'hf.co', read: readHubAddress, isBare: true },
    { host: 'hf-mirror.com', read: readHubAddress, isBare: true },
    { host: 'api-inference.huggingface.co', read: readHubAddress },
    { host: 'router.huggingface.co', read: readHubAddress },
  ],
  clients: ['InferenceClient', 'HfInference'],
  constants: [...FASTEMBED, ...MLX],
  factories: ['huggingface'],
  loaders: LOADERS,
  programs: [
    program('vllm', 'serves', 'serve'),
    program('vllm', 'loads', 'bench'),
    program('hf', 'loads', 'download'),
    program('huggingface-cli', 'loads', 'download'),
    program('tune', 'loads', 'download'),
    program('litgpt', 'loads', 'download chat generate'),
    program('litgpt', 'serves', 'serve'),
    program('litgpt', 'derives', 'finetune'),
    program('sglang', 'serves', 'serve'),
    program('mlc_llm', 'serves', 'serve'),
    program('mlc_llm', 'loads', 'chat'),
    program('aphrodite', 'serves', 'run'),
    program('lmdeploy', 'serves', 'serve', { modes: 'api_server gradio' }),
    program('lmdeploy', 'loads', 'chat'),
    directProgram('llama-cli', 'loads', { operands: 0, flags: '-hf -hfr --hf-repo' }),
    directProgram('llama-server', 'serves', { operands: 0, flags: '-hf -hfr --hf-repo' }),
  ],
  holdsFiles: true,
  hasPlainNames: true,
  spelling: hubSpelling,
};
