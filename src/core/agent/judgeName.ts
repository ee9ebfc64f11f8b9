import type { Engine, ProjectContext } from '../engine';
import { isService, likelyHost, placedName, routedName } from '../lookup/hostedName';
import type { Service } from '../lookup/service';
import type { Model } from '../model';
import type { EvaluationContext } from '../policy/evaluationContext';
import type { Finding } from '../policy/finding';
import type { Reservation } from '../policy/reservations';
import { subjectOf } from '../policy/subject';
import type { ModelReference } from '../reference';

export interface NameJudgment {
  readonly reference: ModelReference;
  readonly model: Model | undefined;
  /** Whose service a call of the name uses; `undefined` for what a project runs itself. */
  readonly service: Service | undefined;
  readonly findings: readonly Finding[];
  /** What a reader has to know of a verdict that allows the use. */
  readonly reservations: readonly Reservation[];
  readonly context: EvaluationContext;
}

/**
 * What a project would be told if a product file of its used a model of this name: called where a host's name is given, loaded
 * where the weights have it.
 * @param name in any registry's spelling, also as `host:id`
 */
export function judgeName(engine: Engine, name: string, project: ProjectContext): NameJudgment {
  const { catalog } = engine;
  const { spelling, registry, host } = placedName(catalog, name) ??
    routedName(catalog, name) ?? { spelling: name };
  const found = catalog.resolve(spelling, registry);
  const place = host ?? likelyHost(catalog, spelling, { registry, found });
  const reference: ModelReference = {
    range: { start: 0, end: name.length },
    text: name,
    id: spelling,
    registry: registry ?? found?.registry ?? 'other',
    role: isService(place) ? 'calls' : 'loads',
    host: place ?? 'self',
    context: 'product',
    why: [],
    where: 'code',
    confidence: 'high',
    evidence: ['asked'],
    model: found?.record.id ?? null,
  };
  const detection = { references: [reference], uses: [], runtimeChoices: [] };
  const analysis = engine.judge({ path: 'model', text: name }, detection, project);
  const context = engine.evaluation(project);
  return {
    reference,
    model: analysis.modelOf(reference),
    service: subjectOf(reference, context).service,
    findings: analysis.findings,
    reservations: analysis.reservationsOf(reference),
    context,
  };
}
