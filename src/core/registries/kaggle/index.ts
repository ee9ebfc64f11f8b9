import { loader } from '../define';
import { readKaggleAddress, readTfHubAddress } from './address';
import { kaggleSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/**
 * Models of Kaggle and the former TensorFlow Hub: `google/gemma-2/transformers/gemma-2-2b-it/2`; presets of KerasHub.
 */
export const kaggle: RegistryDefinition = {
  kind: 'hub',
  runsHere: true,
  schemes: [{ scheme: 'kaggle://', name: /^[\w.-]+(?:\/[\w.-]+)+$/ }],
  addresses: [
    { host: 'kaggle.com', read: readKaggleAddress },
    { host: 'www.kaggle.com', read: readKaggleAddress },
    { host: 'tfhub.dev', read: readTfHubAddress },
  ],
  loaders: [
    loader('keras-hub', 'from_preset', { keywords: 'preset' }),
    loader('kaggle', 'model_download', { keywords: 'handle' }),
  ],
  takesHubIds: true,
  spelling: kaggleSpelling,
};
