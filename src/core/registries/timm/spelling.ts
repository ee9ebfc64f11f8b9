import { WEIGHTS_ENDINGS } from '../local/spelling';
import { hubSpelling } from '../huggingface/spelling';
import { after, type SpellingRule } from '../spelling/rule';

/** `resnet50.a1_in1k`, and not the name of a file. */
export function isTimmName(spelling: string): boolean {
  return (
    /^[a-z\d_]+\.[a-z\d_]+$/.test(spelling) && !WEIGHTS_ENDINGS.some((ending) => spelling.endsWith(ending))
  );
}

/**
 * PyTorch Image Models: `resnet50.a1_in1k`, alone, behind `timm/` or as `hf-hub:timm/…`; a name without a tag means
 * its default weights.
 */
export const timmSpelling: SpellingRule = (spelling) => {
  const name = after(spelling, ['hf-hub:timm/', 'hf_hub:timm/', 'timm/']) ?? spelling;
  if (name.includes('/')) return hubSpelling(spelling);
  return [
    { registry: 'timm', spelling: name },
    { registry: 'huggingface', spelling: `timm/${name}` },
  ];
};
