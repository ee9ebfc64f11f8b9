import { parentsOf } from '../catalog/parents';
import type { Catalog, LicenseRecord, ModelRecord } from '../catalog/records';
import type { ModelTraits } from '../licenses/limits';
import { MAX_CHAIN } from '../lookup/origin';
import type { Model } from '../model';
import type { Policy, ProjectUse } from './policy';

const NOTHING_STATED: ProjectUse = {
  purpose: null,
  distribution: null,
  regions: [],
  monthlyActiveUsers: null,
  annualRevenueUsd: null,
  trainsOnOutputs: null,
};

/** What the project says of its use; without a policy it says nothing. */
export function useOf(policy: Policy | undefined): ProjectUse {
  return policy?.use ?? NOTHING_STATED;
}

/** Tasks of the Hub whose models take text and nothing else. */
const TEXT_TASKS = [
  'text-generation',
  'text2text-generation',
  'fill-mask',
  'text-classification',
  'token-classification',
  'feature-extraction',
  'sentence-similarity',
  'translation',
  'summarization',
  'question-answering',
  'text-ranking',
];

/**
 * What limits of a license ask of a model, as far as the catalog or its task tells. A license speaks of the models that came under
 * it (Llama 3.2's Acceptable Use Policy: "any multimodal models included in Llama 3.2"), so those that a derivative was made from
 * decide before what it is itself.
 */
export function traitsOf(model: Model | undefined, license: LicenseRecord, catalog: Catalog): ModelTraits {
  if (model === undefined) return { multimodal: null, parameters: null };
  const originals = originalsUnder(license.key, model, catalog);
  const own = { task: model.task, multimodal: catalog.model(model.id)?.multimodal ?? null };
  return {
    multimodal: anyOf((originals.length > 0 ? originals : [own]).map(modalityOf)),
    parameters: model.parameters,
  };
}

function modalityOf({ task, multimodal }: Pick<ModelRecord, 'task' | 'multimodal'>): boolean | null {
  return multimodal ?? (task !== null && TEXT_TASKS.includes(task) ? false : null);
}

function anyOf(values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
}

/** The models at the roots of a lineage that stand under a license themselves. */
function originalsUnder(
  license: string,
  derived: Parameters<typeof parentsOf>[0],
  catalog: Catalog,
  depth = 0,
): readonly ModelRecord[] {
  if (depth === MAX_CHAIN) return [];
  return parentsOf(derived).flatMap(({ model: id }): readonly ModelRecord[] => {
    const record = catalog.model(id);
    if (record === undefined) return [];
    const above = originalsUnder(license, record, catalog, depth + 1);
    return above.length > 0 || record.license !== license ? above : [record];
  });
}
