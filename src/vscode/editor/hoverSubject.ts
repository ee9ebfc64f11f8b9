import type { HoverSubject, ModelReference } from '../../core';
import { findingsAbout } from '../../core';
import type { DocumentAnalysis } from '../analyses';
import type { EngineHost } from '../engineHost';

/** What there is to say about one place of a document that names a model. */
export async function hoverSubject(
  reference: ModelReference,
  { analysis, project, findings }: DocumentAnalysis,
  engineHost: EngineHost,
): Promise<HoverSubject> {
  const engine = await engineHost.engine();
  return {
    reference,
    model: analysis.modelOf(reference),
    findings: findingsAbout(findings, reference),
    context: { ...engine.evaluation(project.context), path: analysis.path },
    ...(project.policy && { policyTexts: project.policy.sources }),
    ...(reference.definedAt && {
      definedOnLine: analysis.lines.positionAt(reference.definedAt.start).line,
    }),
  };
}
