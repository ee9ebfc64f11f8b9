import type { Analysis } from '../engine';
import type { Message } from '../message';
import type { Service } from '../lookup/service';
import type { Model } from '../model';
import type { Finding } from '../policy/finding';
import type { Excused } from '../policy/excused';
import type { Reservation } from '../policy/reservations';
import type { FileEvidence } from '../policy/workspaceEvidence';
import type { ModelReference, ClientName, NamedClient, RuntimeChoice } from '../reference';
import { apart } from '../text/interner';
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
    /** What only exceptions of the policy keep from being told; absent where there is nothing. */
    readonly excused?: readonly Excused[];
  }[];
  /** Addresses at which models are called that the text does not name, with who runs them. */
  readonly addresses: readonly {
    readonly span: Span;
    readonly reference: ModelReference;
    readonly service: Service;
    readonly others: readonly Service[];
    readonly excused?: readonly Excused[];
  }[];
  readonly findings: readonly {
    readonly span: Span;
    readonly finding: Finding;
    readonly fixes: readonly Message[];
    readonly related?: readonly RelatedSpan[];
  }[];
  readonly runtimeChoices: readonly { readonly span: Span; readonly choice: RuntimeChoice }[];
  /** The clients that other files may call. */
  readonly clients: readonly NamedClient[];
  /** The names of networks of its own that other files may build. */
  readonly ownClasses: readonly string[];
  readonly usedExceptions: ReadonlySet<number>;
  readonly ignores: readonly KeptIgnore[];
  readonly evidence: FileEvidence;
}

/** What a file yields of which nothing is to be told. */
export const NO_YIELD: FileYield = {
  references: [],
  addresses: [],
  findings: [],
  runtimeChoices: [],
  clients: [],
  ownClasses: [],
  usedExceptions: new Set(),
  ignores: [],
  evidence: { words: [], licenses: [] },
};

/** What is known of a file beside its analysis. */
export interface BesideAnalysis {
  readonly evidence: FileEvidence;
  /** Titles of the ways to settle a finding. */
  readonly fixesOf: (finding: Finding) => readonly Message[];
}

/** The parts of a reference that only some have, but for those that are copied part by part. */
type Optional = Exclude<
  {
    [Part in keyof ModelReference]-?: undefined extends ModelReference[Part] ? Part : never;
  }[keyof ModelReference],
  'revision' | 'keptAs' | 'askedBy' | 'regionsBy'
>;

/** Of each the name, so that one that is new has to be added here. */
const OPTIONAL: Readonly<Record<Optional, true>> = {
  region: true,
  possibleRegions: true,
  isRegionDefault: true,
  deploymentType: true,
  via: true,
  passedTo: true,
  otherHosts: true,
  license: true,
  isDeployed: true,
  isOnlyKept: true,
  memberOf: true,
  definedAt: true,
};
const OPTIONAL_NAMES = Object.keys(OPTIONAL) as readonly Optional[];

/** Makes {@link FileYield}s that share equal strings, sentences and lists: there are few of these in many references. */
export class Compactor {
  private readonly strings = new Map<string, string>();
  private readonly messages = new Map<string, Message>();
  private readonly reasons = new Map<string, readonly Message[]>();
  private readonly evidence = new Map<string, readonly string[]>();

  compact(analysis: Analysis, { evidence, fixesOf }: BesideAnalysis): FileYield {
    const { references, findings, runtimeChoices, usedExceptions } = analysis;
    const ignores = this.ignores(analysis);
    const clients = (analysis.clients ?? []).map((client) => this.client(client));
    const ownClasses = (analysis.ownClasses ?? []).map((name) => this.own(name));
    const rest = { clients, ownClasses, usedExceptions, ignores, evidence };
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
          ...this.excused(analysis.excusedOf(reference)),
        };
      }),
      addresses: addresses.map(({ address, service, others }) => ({
        span: lines.spanOf(address.range),
        reference: this.reference(address),
        service,
        others,
        ...this.excused(analysis.excusedOf(address)),
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

  private ignores({ ignores, lines }: Analysis): readonly KeptIgnore[] {
    return ignores.map(({ range, rules, reason, models, ...rest }) => ({
      ...rest,
      models: new Set([...models].map((model) => this.own(model))),
      span: lines.spanOf(range),
      rules: rules.map((rule) => this.own(rule)),
      reason: this.own(reason),
    }));
  }

  private client({
    name,
    host,
    region,
    address,
    mayBe,
    from,
    sets,
    regionBy,
    ...marks
  }: NamedClient): NamedClient {
    return {
      ...marks,
      name: this.own(name),
      host: host === null ? null : this.own(host),
      ...(region !== undefined && { region: this.own(region) }),
      ...(address !== undefined && { address: this.own(address) }),
      ...(mayBe !== undefined && { mayBe: mayBe.map((one) => this.own(one)) }),
      ...(from !== undefined && { from: this.clientName(from) }),
      ...(sets !== undefined && { sets: this.clientName(sets) }),
      ...(regionBy !== undefined && { regionBy: this.clientName(regionBy) }),
    };
  }

  private clientName({ module, path, isOfRequest }: ClientName): ClientName {
    return {
      module: this.own(module),
      path: path.map((name) => this.own(name)),
      ...(isOfRequest && { isOfRequest }),
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
          ...(imported.address !== undefined && { address: this.own(imported.address) }),
          ...(imported.client && { client: this.clientName(imported.client) }),
          ...(imported.regionsBy && {
            regionsBy: imported.regionsBy.map((name) => this.clientName(name)),
          }),
        },
      }),
    };
  }

  /** Built part by part: engines keep a description of its own for each object that is copied with changes. */
  private reference(reference: ModelReference): ModelReference {
    const { range, text, id, registry, role, host, context, where, confidence, model } = reference;
    const { why, evidence, revision, keptAs, askedBy, regionsBy } = reference;
    const compact = {
      range,
      text: this.own(text),
      id: this.own(id),
      registry: this.own(registry),
      role: this.own(role),
      host: host === null ? null : this.own(host),
      context: this.own(context),
      why: shared(this.reasons, why, (one) => this.message(one)),
      where: this.own(where),
      confidence,
      evidence: shared(this.evidence, evidence, (one) => this.own(one)),
      model: model === null ? null : this.own(model),
    };
    const more: Partial<Record<keyof ModelReference, unknown>> = compact;
    if (revision !== undefined) more.revision = { ...revision, value: this.own(revision.value) };
    if (keptAs !== undefined) more.keptAs = keptAs.map((name) => this.own(name));
    if (askedBy !== undefined) more.askedBy = this.clientName(askedBy);
    if (regionsBy !== undefined) more.regionsBy = regionsBy.map((name) => this.clientName(name));
    for (const name of OPTIONAL_NAMES) if (reference[name] !== undefined) more[name] = reference[name];
    return compact;
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

  private excused(all: readonly Excused[]): { readonly excused?: readonly Excused[] } {
    if (all.length === 0) return {};
    return {
      excused: all.map(({ finding, exceptions }) => ({
        finding: { ...finding, message: this.message(finding.message) },
        exceptions,
      })),
    };
  }

  private message(told: Message): Message {
    const key = JSON.stringify(told);
    let message = this.messages.get(key);
    if (message === undefined) {
      const args = told.args.map((arg) => this.argument(arg));
      this.messages.set(key, (message = { template: told.template, args }));
    }
    return message;
  }

  private argument(arg: Message['args'][number]): Message['args'][number] {
    if (typeof arg === 'number') return arg;
    return typeof arg === 'string' ? this.own(arg) : this.message(arg);
  }

  /** A copy that shares no memory with the text it was cut from: engines keep the whole text alive behind a slice of it. */
  private own<T extends string>(slice: T): T {
    let copy = this.strings.get(slice);
    if (copy === undefined) {
      copy = apart(slice);
      this.strings.set(copy, copy);
    }
    return copy as T;
  }
}

/** The same list for equal ones. */
function shared<T>(
  known: Map<string, readonly T[]>,
  items: readonly T[],
  keep: (item: T) => T,
): readonly T[] {
  const key = JSON.stringify(items);
  let list = known.get(key);
  if (list === undefined) known.set(key, (list = items.map(keep)));
  return list;
}
