import type { Catalog } from '../catalog/records';
import type { ModelTraits } from '../licenses/limits';
import type { Model } from '../model';
import type { Policy, ProjectUse } from './policy';

const NOTHING_STATED: ProjectUse = {
  purpose: null, distribution: null, regions: [], monthlyActiveUsers: null, annualRevenueUsd: null, trainsOnOutputs: null,
};

/** What the project says of its use; without a policy it says nothing. */
export function useOf(policy: Policy | undefined): ProjectUse {
  return policy?.use ?? NOTHING_STATED;
}

/** Tasks of the Hub whose models take text and nothing else. */
const TEXT_TASKS = [
  'text-generation', 'text2text-generation', 'fill-mask', 'text-classification', 'token-classification', 'feature-extraction', 'sentence-similarity',
  'translation', 'summarization', 'question-answering', 'text-ranking',
];

/** What limits of licences ask of a model, as far as the catalogue or its task tells. */
export function traitsOf(model: Model | undefined, catalog: Catalog): ModelTraits {
  if (model === undefined) return { multimodal: null };
  const stated = catalog.model(model.id)?.multimodal ?? null;
  if (stated !== null || model.task === null) return { multimodal: stated };
  return { multimodal: TEXT_TASKS.includes(model.task) ? false : null };
}
