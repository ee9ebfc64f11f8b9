import type { Analysis } from '../engine';
import type { Message } from '../message';
import type { Service } from '../lookup/service';
import type { Model } from '../model';
import type { Finding } from '../policy/finding';
import type { Reservation } from '../policy/reservations';
import type { FileEvidence } from '../policy/workspaceEvidence';
import type { ModelReference, RuntimeChoice } from '../reference';
import type { Span } from '../text/range';
import type { KeptIgnore } from './ignoreBook';
import type { RelatedSpan } from './result';

/** What one file yields, in a form that can be kept: nothing in it holds on to the file's text. */
export interface FileYield {
  readonly references: readonly {
    readonly span: Span;
    readonly reference: ModelReference;
    readonly model: Model | undefined;
    readonly service: Service | undefined;
    /** Those that see a call beside it. */
    readonly others: readonly Service[];
    /** What a reader has to know of a verdict that allows the use. */
    readonly reservations: readonly Reservation[];
  }[];
  /** Addresses at which models are called that the text does not name, with who runs them. */
  readonly addresses: readonly {
    readonly span: Span;
    readonly reference: ModelReference;
    readonly service: Service;
    readonly others: readonly Service[];
  }[];
  readonly findings: readonly {
    readonly span: Span;
    readonly finding: Finding;
    readonly fixes: readonly Message[];
    readonly related?: readonly RelatedSpan[];
  }[];
  readonly runtimeChoices: readonly { readonly span: Span; readonly choice: RuntimeChoice }[];
  readonly usedExceptions: ReadonlySet<number>;
  readonly ignores: readonly KeptIgnore[];
  readonly evidence: FileEvidence;
}

/** What is known of a file beside its analysis. */
export interface BesideAnalysis {
  readonly evidence: FileEvidence;
  /** Titles of the ways to settle a finding. */
  readonly fixesOf: (finding: Finding) => readonly Message[];
}

/** Makes {@link FileYield}s that share equal strings. */
export class Compactor {
  private readonly strings = new Map<string, string>();

  compact(analysis: Analysis, { evidence, fixesOf }: BesideAnalysis): FileYield {
    const { references, findings, runtimeChoices, usedExceptions } = analysis;
    const ignores = analysis.ignores.map(
      ({ range, rules, reason, models, ...rest }): KeptIgnore => ({
        ...rest,
        models: new Set([...models].map((model) => this.own(model))),
        span: analysis.lines.spanOf(range),
        rules: rules.map((rule) => this.own(rule)),
        reason: this.own(reason),
      }),
    );
    const rest = { usedExceptions, ignores, evidence };
    const addresses = (analysis.addresses ?? []).flatMap((address) => {
      const service = analysis.serviceOf(address);
      return service === undefined ? [] : [{ address, service, others: analysis.othersOf(address) }];
    });
    if (references.length + addresses.length + findings.length + runtimeChoices.length === 0)
      return { references: [], addresses: [], findings: [], runtimeChoices: [], ...rest };
    const { lines } = analysis;
    const kept = new Map<ModelReference, ModelReference>();
    return {
      references: references.map((reference) => {
        const compact = this.reference(reference);
        kept.set(reference, compact);
        return {
          span: lines.spanOf(reference.range),
          reference: compact,
          model: analysis.modelOf(reference),
          service: analysis.serviceOf(reference),
          others: analysis.othersOf(reference),
          reservations: analysis.reservationsOf(reference),
        };
      }),
      addresses: addresses.map(({ address, service, others }) => ({
        span: lines.spanOf(address.range),
        reference: this.reference(address),
        service,
        others,
      })),
      findings: findings.map((finding) => ({
        span: lines.spanOf(finding.range),
        finding: this.finding(finding, kept),
        fixes: fixesOf(finding).map((title) => this.message(title)),
        ...(finding.related && {
          related: finding.related.map(({ range, name }) => ({
            ...lines.spanOf(range),
            name: this.own(name),
          })),
        }),
      })),
      runtimeChoices: runtimeChoices.map((choice) => ({
        span: lines.spanOf(choice.range),
        choice: this.choice(choice),
      })),
      ...rest,
    };
  }

  private choice(choice: RuntimeChoice): RuntimeChoice {
    const { expression, loader, imported } = choice;
    return {
      ...choice,
      expression: this.own(expression),
      loader: this.own(loader),
      ...(imported && {
        imported: {
          ...imported,
          module: this.own(imported.module),
          path: imported.path.map((name) => this.own(name)),
        },
      }),
    };
  }

  private reference(reference: ModelReference): ModelReference {
    const { text, id, evidence, revision, keptAs } = reference;
    return {
      ...reference,
      text: this.own(text),
      id: this.own(id),
      evidence: evidence.map((item) => this.own(item)),
      ...(keptAs && { keptAs: keptAs.map((name) => this.own(name)) }),
      ...(revision && { revision: { ...revision, value: this.own(revision.value) } }),
    };
  }

  /** A finding goes on pointing at its reference, so that both can be matched. */
  private finding(finding: Finding, kept: ReadonlyMap<ModelReference, ModelReference>): Finding {
    const { message, reference, model, related, data, merged } = finding;
    return {
      ...finding,
      message: this.message(message),
      model: model === null ? null : this.own(model),
      ...(reference && { reference: kept.get(reference) ?? this.reference(reference) }),
      ...(merged && { merged: merged.map((one) => this.finding(one, kept)) }),
      ...(related && { related: related.map(({ range, name }) => ({ range, name: this.own(name) })) }),
      ...(data && {
        data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, this.own(value)])),
      }),
    };
  }

  private message({ template, args }: Message): Message {
    return { template, args: args.map((arg) => (typeof arg === 'string' ? this.own(arg) : arg)) };
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
