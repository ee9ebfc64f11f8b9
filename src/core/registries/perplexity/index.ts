import { constants, names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of Perplexity's API: `sonar-pro`, `sonar-deep-research`. */
export const perplexity: RegistryDefinition = {
  kind: 'service',
  prefixes: ['perplexity'],
  ownerPrefixes: ['perplexity'],
  // https://github.com/0xPlaygrounds/rig (providers/perplexity)
  constants: [constants(/\brig(?:_core)?::/, 'perplexity', { hasWords: true })],
  factories: ['perplexity'],
  keyWords: ['perplexity'],
  names: [
    ...names(
      'any',
      'llama-3-sonar- llama-3.1-sonar- sonar-pro sonar-reasoning sonar-deep-research ' +
        'sonar-small-online sonar-medium-online sonar-small-chat sonar-medium-chat pplx-7b- pplx-70b-',
    ),
  ],
  spelling: hostedBy('perplexity'),
  triedWithoutForm: 8,
};
