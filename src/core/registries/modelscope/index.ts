import { loader, program } from '../define';
import { readModelScopeAddress } from './address';
import { modelscopeSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Repositories of ModelScope, `owner/name`: mostly the Hub's own ids. */
export const modelscope: RegistryDefinition = {
  kind: 'hub',
  hasBroadModule: true,
  hasOwnIds: true,
  // https://github.com/containers/ramalama/blob/main/docs/ramalama.1.md
  schemes: ['modelscope://', 'ms://'].map((scheme) => ({ scheme, name: /^[\w.-]+\/[\w.-]+/ })),
  addresses: [
    { host: 'modelscope.cn', read: readModelScopeAddress, isBare: true },
    { host: 'www.modelscope.cn', read: readModelScopeAddress },
    { host: 'modelscope.ai', read: readModelScopeAddress },
    { host: 'www.modelscope.ai', read: readModelScopeAddress },
    { host: 'api-inference.modelscope.cn', read: readModelScopeAddress },
  ],
  apiHosts: ['modelscope'],
  loaders: [
    loader('funasr', 'AutoModel AutoFrontend', {
      at: [],
      receivers: 'funasr',
      keywords: 'model vad_model punc_model spk_model lm_model',
      literalOnly: true,
    }),
    loader('modelscope', 'snapshot_download model_file_download from_pretrained', {
      receivers: 'modelscope',
      keywords: 'model_id pretrained_model_name_or_path',
    }),
    loader('modelscope', 'pipeline', { at: [1], receivers: 'modelscope', keywords: 'model' }),
  ],
  programs: [program('modelscope', 'loads', 'download', { ownsOption: true })],
  marks: [
    'from modelscope',
    'import modelscope',
    'modelscope download',
    'use_modelscope',
    'modelscope.cn/v1',
    'api-inference.modelscope',
    'modelscope_',
  ],
  keyWords: ['modelscope'],
  takesHubIds: true,
  holdsFiles: true,
  spelling: modelscopeSpelling,
  servesOthers: true,
};
