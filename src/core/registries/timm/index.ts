import { loader } from '../define';
import { timmSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** PyTorch Image Models: `resnet50.a1_in1k`, an architecture and the tag of its weights. */
export const timm: RegistryDefinition = {
  kind: 'library',
  prefixes: ['timm'],
  ownerPrefixes: ['timm'],
  loaders: [
    loader('timm', 'create_model createModel list_pretrained', { receivers: 'timm', keywords: 'model_name' }),
    loader('timm', 'create_model', { keywords: 'model_name', literalOnly: true }),
  ],
  keyWords: ['timm'],
  hasDistinctNames: true,
  buildsOwn: true,
  spelling: timmSpelling,
};
