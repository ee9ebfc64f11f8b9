import { namedModels } from '../lookup/namedModels';
import type { NamedModel } from '../lookup/local/localClaims';
import type { Research } from '../lookup/research';
import { NEVER_CANCELED } from '../ports';
import { isUse } from '../vocabulary';
import { audit, type AuditHost, type AuditOptions } from './audit';
import { AuditMemory } from './memory';
import type { AuditResult } from './result';

/**
 * Audits, asks what more is known of the models in use, and judges anew where something was learnt: only files that name a model
 * are searched a second time. What was learnt before a cancellation counts; what could not be learnt is told by `research`.
 */
export async function auditWithResearch(
  options: AuditOptions,
  host: AuditHost,
  research: Research,
): Promise<AuditResult> {
  const remembering = { memory: new AuditMemory(), ...options };
  const signal = options.signal ?? NEVER_CANCELED;
  const first = await audit(remembering, host);
  if (signal.canceled) return first;
  const known = host.engine.claims?.version;
  const models = modelsToAsk(first);
  await research.lookUp(models, signal, (done) =>
    options.onProgress?.({ phase: 'ask', done, total: models.length }),
  );
  const { canceled } = signal;
  const result =
    host.engine.claims?.version === known
      ? first
      : await audit(canceled ? { ...remembering, signal: NEVER_CANCELED } : remembering, host);
  return canceled ? { ...result, stats: { ...result.stats, canceled, complete: false } } : result;
}

/** Each name once. Nothing is asked about a mere mention. */
function modelsToAsk({ references, models }: AuditResult): readonly NamedModel[] {
  const known = new Map(models.map((model) => [model.id, model]));
  const named = references
    .filter(({ reference }) => isUse(reference.role))
    .flatMap(({ reference, model }) => namedModels(reference, model === null ? undefined : known.get(model)));
  return [...new Map(named.map((model) => [`${model.registry} ${model.id.toLowerCase()}`, model])).values()];
}
