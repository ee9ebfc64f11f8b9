import type { Analysis } from '../engine';
import type { Model } from '../model';
import type { Finding } from '../policy/finding';
import type { ModelReference } from '../reference';
import type { AuditedFinding, AuditedReference, AuditedRuntimeChoice, Located } from './result';
import { byPath } from './walk';

/** Gathers what the files of an audit yield, in compact form: nothing it keeps holds on to a file's text. */
export class Collector {
  readonly references: AuditedReference[] = [];
  readonly findings: AuditedFinding[] = [];
  readonly runtimeChoices: AuditedRuntimeChoice[] = [];
  private readonly models = new Map<string, Model>();
  private readonly strings = new Map<string, string>();

  add(analysis: Analysis, place: Pick<Located, 'folder' | 'path'>): void {
    const { references, findings, runtimeChoices } = analysis;
    if (references.length + findings.length + runtimeChoices.length === 0) return;
    const { lines } = analysis;
    const kept = new Map<ModelReference, ModelReference>();
    for (const reference of references) {
      const model = analysis.modelOf(reference);
      if (model !== undefined) this.models.set(model.id, model);
      const compact = this.compactReference(reference);
      kept.set(reference, compact);
      this.references.push({ ...place, span: lines.spanOf(reference.range), reference: compact, model: model?.id ?? null });
    }
    for (const finding of findings) {
      this.findings.push({ ...place, span: lines.spanOf(finding.range), finding: this.compactFinding(finding, kept) });
    }
    for (const choice of runtimeChoices) {
      const compact = { ...choice, expression: this.own(choice.expression), loader: this.own(choice.loader) };
      this.runtimeChoices.push({ ...place, span: lines.spanOf(choice.range), choice: compact });
    }
  }

  addFinding(finding: AuditedFinding): void {
    this.findings.push(finding);
  }

  sortedModels(): readonly Model[] {
    return [...this.models.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  }

  sortedReferences(): readonly AuditedReference[] {
    return this.references.sort(byPlace);
  }

  sortedRuntimeChoices(): readonly AuditedRuntimeChoice[] {
    return this.runtimeChoices.sort(byPlace);
  }

  sortedFindings(): readonly AuditedFinding[] {
    return this.findings.sort((a, b) => byPlace(a, b) || (a.finding.rule < b.finding.rule ? -1 : 1));
  }

  private compactReference(reference: ModelReference): ModelReference {
    const { text, id, evidence, revision } = reference;
    return {
      ...reference, text: this.own(text), id: this.own(id), evidence: evidence.map((item) => this.own(item)),
      ...(revision && { revision: { ...revision, value: this.own(revision.value) } }),
    };
  }

  private compactFinding(finding: Finding, kept: ReadonlyMap<ModelReference, ModelReference>): Finding {
    const { message, reference, model, data } = finding;
    return {
      ...finding,
      message: { template: message.template, args: message.args.map((arg) => (typeof arg === 'string' ? this.own(arg) : arg)) },
      model: model === null ? null : this.own(model),
      ...(reference && { reference: kept.get(reference) ?? this.compactReference(reference) }),
      ...(data && { data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, this.own(value)])) }),
    };
  }

  /** A copy that shares no memory with the text it was cut from: engines keep the whole text alive behind a slice of it. */
  private own(slice: string): string {
    let copy = this.strings.get(slice);
    if (copy === undefined) {
      copy = Array.from(slice).join('');
      this.strings.set(copy, copy);
    }
    return copy;
  }
}

function byPlace(a: Located, b: Located): number {
  return byPath(a, b) || a.span.line - b.span.line || a.span.column - b.span.column;
}
