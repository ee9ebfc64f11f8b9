import { type Message, render } from '../message';
import type { Model } from '../model';
import { isGivenByServer } from '../detect/uses/place';
import { isUse, type Role } from '../vocabulary';
import { canSpeakForDuties, together } from '../policy/oneCause';
import type { Finding } from '../policy/finding';
import { toldOnce } from '../policy/toldOnce';
import type { FileYield } from './fileYield';
import type {
  AuditedAddress,
  AuditedFinding,
  AuditedReference,
  AuditedRuntimeChoice,
  Located,
} from './result';
import { countedStatus, standingOf, unknownWhereUsed, withStatusOf } from './modelStanding';
import { toldAtSource } from './toldAtSource';
import { byPath } from './walk';

interface NamedModel {
  readonly model: Model;
  /** The standing of the places that its facts are of, see {@link standingOf}. */
  readonly standing: number;
}

/** Gathers what the files of an audit yield. */
export class Collector {
  private readonly references: AuditedReference[] = [];
  private readonly ownNames: AuditedReference[] = [];
  private readonly addresses: AuditedAddress[] = [];
  private readonly findings: AuditedFinding[] = [];
  private readonly runtimeChoices: AuditedRuntimeChoice[] = [];
  private readonly models = new Map<string, NamedModel>();
  /** The policies of files, by folder and path. */
  private readonly policies = new Map<string, string>();

  /** @param policy the path of the policy that the file is judged by */
  add(file: FileYield, place: Pick<Located, 'folder' | 'path'>, policy?: string): void {
    const { folder, path } = place;
    if (policy !== undefined) this.policies.set(fileOf(place), policy);
    const isServing = file.references.some(
      ({ reference: { role } }) => role === 'serves' || role === 'loads',
    );
    for (const { span, reference, model, service, others, reservations, excused } of file.references) {
      // What is served stands in the file too, and is the model: a known one that is called like it is not used.
      const isOwnName = isServing && isGivenByServer(reference);
      if (model !== undefined && !isOwnName) this.addModel(model, reference.role);
      // Written part by part: engines keep a description of its own for each object that is copied from another.
      (isOwnName ? this.ownNames : this.references).push({
        folder,
        path,
        span,
        reference,
        model: isOwnName ? null : (model?.id ?? null),
        service,
        ...(others.length > 0 && { others }),
        ...(reservations.length > 0 && { reservations }),
        ...(excused !== undefined && { excused }),
      });
    }
    for (const { span, reference, service, others, excused } of file.addresses)
      this.addresses.push({ folder, path, span, reference, service, others, ...(excused && { excused }) });
    for (const { span, finding, fixes, related } of file.findings)
      this.findings.push({ folder, path, span, finding, fixes, ...(related && { related }) });
    for (const { span, choice } of file.runtimeChoices)
      this.runtimeChoices.push({ folder, path, span, choice });
  }

  /** A model has a status per service and name: what counts is told by {@link countedStatus}, the findings speak of each. */
  private addModel(model: Model, role: Role): void {
    const standing = standingOf(role);
    const known = this.models.get(model.id);
    if (known === undefined) {
      this.models.set(model.id, { model, standing });
      return;
    }
    const told = countedStatus(
      { status: known.model.status, standing: known.standing },
      { status: model.status, standing },
    );
    const facts = standing >= known.standing ? model : known.model;
    const teller = told.status === model.status ? model : known.model;
    this.models.set(model.id, { model: withStatusOf(facts, teller), standing: told.standing });
  }

  /** Whether a folder uses weights that it has itself, by what was taken so far. */
  usesWeights(folder: number): boolean {
    return this.references.some(
      ({ folder: own, reference: { role } }) => own === folder && isUse(role) && role !== 'calls',
    );
  }

  addFindings(findings: readonly AuditedFinding[]): void {
    for (const finding of findings) this.findings.push(finding);
  }

  /** Takes duties, each with what else is found at its place. */
  addDuties(duties: readonly AuditedFinding[]): void {
    for (const duty of duties) {
      const { reference } = duty.finding;
      const at = this.findings.findIndex(
        ({ finding }) =>
          reference !== undefined && finding.reference === reference && canSpeakForDuties(finding),
      );
      const there = this.findings[at];
      if (there === undefined) this.findings.push(duty);
      else
        this.findings[at] = {
          ...there,
          finding: together(there.finding, duty.finding),
          fixes: eachOnce([...there.fixes, ...duty.fixes]),
        };
    }
  }

  private unknown(): ReadonlySet<string> {
    return unknownWhereUsed(
      this.references.map(({ model, reference: { id, role } }) => ({ model, id, role })),
    );
  }

  sortedModels(): readonly Model[] {
    const unknown = this.unknown();
    return [...this.models.values()]
      .flatMap(({ model }) => (unknown.has(model.id) ? [] : model))
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  }

  sortedReferences(): readonly AuditedReference[] {
    const unknown = this.unknown();
    const sorted = this.references.sort(byPlace);
    if (unknown.size === 0) return sorted;
    return sorted.map((place) =>
      place.model !== null && unknown.has(place.model) ? { ...place, model: null } : place,
    );
  }

  sortedOwnNames(): readonly AuditedReference[] {
    return this.ownNames.sort(byPlace);
  }

  sortedAddresses(): readonly AuditedAddress[] {
    return this.addresses.sort(byPlace);
  }

  sortedRuntimeChoices(): readonly AuditedRuntimeChoice[] {
    return this.runtimeChoices.sort(byPlace);
  }

  /** Each with what no other place of its folder and policy says, nor its sources. */
  sortedFindings(): readonly AuditedFinding[] {
    const sorted = [...this.findings].sort(
      (a, b) => byPlace(a, b) || (a.finding.rule < b.finding.rule ? -1 : 1),
    );
    const scopes = sorted.map((found) => `${found.folder}\n${this.policies.get(fileOf(found)) ?? ''}`);
    const told = toldOnce(
      toldAtSource(
        sorted.map(({ finding, path }, index) => ({ finding, path, scope: scopes[index] as string })),
      ),
      (index) => scopes[index] as string,
    );
    return sorted.map((found, index) => ({ ...found, finding: told[index] as Finding }));
  }
}

function fileOf({ folder, path }: Pick<Located, 'folder' | 'path'>): string {
  return `${folder}\n${path}`;
}

function eachOnce(titles: readonly Message[]): readonly Message[] {
  return [...new Map(titles.map((title) => [render(title), title])).values()];
}

/** Orders by path, line and column. */
export function byPlace(a: Located, b: Located): number {
  return byPath(a, b) || a.span.line - b.span.line || a.span.column - b.span.column;
}
