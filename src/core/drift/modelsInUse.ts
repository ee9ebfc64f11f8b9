import { hostOf } from '../lookup/hostOf';
import { hubIdOf } from '../lookup/hub/hubId';
import type { ClaimSource } from '../lookup/claim';
import { unlistedModel } from '../lookup/unlistedModel';
import type { Model } from '../model';
import type { WorkspaceUse } from '../policy/ledger';
import { isUse } from '../vocabulary';
import type { CurrentModel } from './compareLock';
import { lockEntry } from './lockFile';

/** A model that files use, as it is known now, with the first place that uses it. */
export interface ModelInUse extends CurrentModel {
  readonly use: WorkspaceUse;
}

/** The models that some references use, each once, in the order of their first use. A mention is no use, and neither is a guess. */
export function modelsInUse(
  uses: readonly WorkspaceUse[],
  claims: ClaimSource | undefined,
): readonly ModelInUse[] {
  const groups = new Map<string, { readonly model: Model; readonly uses: WorkspaceUse[] }>();
  for (const use of uses) {
    const { reference, context } = use;
    if (!isUse(reference.role) || reference.confidence === 'low') continue;
    const model = underPresentName(
      context.lookup.find(reference.id, reference.registry, hostOf(reference)) ??
        unlistedModel(reference.id, reference.registry),
    );
    const key = model.id.toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { model, uses: [use] });
    else group.uses.push(use);
  }
  return [...groups.values()].flatMap(({ model, uses: [first, ...others] }) =>
    first === undefined ? [] : [describe(model, [first, ...others], claims)],
  );
}

function underPresentName(model: Model): Model {
  const { state, successor } = model.status;
  return state === 'renamed' && successor !== undefined ? { ...model, id: successor } : model;
}

function describe(
  model: Model,
  uses: readonly [WorkspaceUse, ...WorkspaceUse[]],
  claims: ClaimSource | undefined,
): ModelInUse {
  const ids = uses
    .filter(({ reference }) => reference.registry === 'huggingface')
    .map(({ reference }) => reference.id);
  const old = ids.find((id) => id.toLowerCase() !== model.id.toLowerCase());
  const asked = hubIdOf(uses[0].reference, model);
  const gone = [model.id, ...ids, ...(asked === undefined ? [] : [asked])].some(
    (id) => claims?.isGone(id) === true,
  );
  return {
    entry: lockEntry(
      model,
      { revision: revisionOf(model, uses, claims) },
      { approvedBy: null, approvedOn: null },
    ),
    use: uses[0],
    ...(old !== undefined && { renamedFrom: old }),
    ...(gone && { gone }),
  };
}

/** What runs: the commit that every use names, or else what the Hub, or a store of this machine, has under the name. */
function revisionOf(
  model: Model,
  uses: readonly WorkspaceUse[],
  claims: ClaimSource | undefined,
): string | null {
  const pins = new Set(
    uses.map(({ reference: { revision } }) => (revision?.immutable === true ? revision.value : null)),
  );
  const [pin = null] = pins;
  if (pins.size === 1 && pin !== null) return pin;
  const known = [...new Set([model.id, ...uses.map(({ reference }) => reference.id)])].flatMap(
    (id) => claims?.claimsOf(id) ?? [],
  );
  return (
    (
      known.find(({ origin, revision }) => origin === 'hub' && revision !== undefined) ??
      known.find(({ revision }) => revision !== undefined)
    )?.revision ?? null
  );
}
