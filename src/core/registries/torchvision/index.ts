import { loader } from '../define';
import { torchvisionSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Models of `torchvision.models`: `resnet50`, `ResNet50_Weights.IMAGENET1K_V2`. */
export const torchvision: RegistryDefinition = {
  kind: 'library',
  loaders: [
    loader('torchvision', 'get_model get_model_weights', { keywords: 'name', literalOnly: true }),
    loader('segmentation-models', 'Unet UnetPlusPlus DeepLabV3 DeepLabV3Plus FPN PSPNet Linknet PAN MAnet', {
      keywords: 'encoder_name backbone_name',
    }),
  ],
  hasDistinctNames: true,
  needsContext: true,
  spelling: torchvisionSpelling,
};
