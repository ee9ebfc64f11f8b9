import { before, type SpellingRule } from '../spelling/rule';

/** torchvision's builders and weight enums: `resnet50`, `ResNet50_Weights.IMAGENET1K_V2`. */
export const torchvisionSpelling: SpellingRule = (spelling) => {
  const name = before(spelling, '.')
    .replace(/_Weights$/, '')
    .replace(/_QuantizedWeights$/, '');
  return [{ registry: 'torchvision', spelling: name }];
};
