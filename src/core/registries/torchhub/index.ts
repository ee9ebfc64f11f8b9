import { loader } from '../define';
import type { RegistryDefinition } from '../registry';
import { torchhubSpelling } from './spelling';

/** Entry points of repositories that `torch.hub.load` runs: `yolov5s` of `ultralytics/yolov5`. */
export const torchhub: RegistryDefinition = {
  kind: 'library',
  loaders: [loader('torch.hub', 'load', { at: [1], receivers: 'hub', keywords: 'model' })],
  hasDistinctNames: true,
  needsContext: true,
  spelling: torchhubSpelling,
};
