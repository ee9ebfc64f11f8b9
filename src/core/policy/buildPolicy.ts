import { CONTEXTS, type Context, type OpennessLevel, type Registry } from '../vocabulary';
import { countOf } from './checkShape';
import {
  DATASET_FACTS,
  type DutyStatement,
  INVENTORY_FACTS,
  type LicenseSelector,
  type OriginSelector,
  type Policy,
  type PolicyException,
  type PolicyInventory,
  type PolicyModel,
  type ProjectUse,
  type SeverityOrOff,
  type Stated,
} from './policy';
import { looksLikeCountry } from './regions';
import { categoryOf, daysOf, isCategory } from './textForms';
import type { YamlMap, YamlNode } from './yamlTree';

/** The policy that a tree states, which has been checked against the policy's shape: what does not fit it is left out here. */
export function buildPolicy(root: YamlNode, path: string): Policy {
  const licenses = at(root, 'licenses');
  const origins = at(root, 'origins');
  const hosting = at(root, 'hosting');
  const openness = at(at(root, 'require'), 'openness');
  const ignored = texts(at(at(root, 'ignore'), 'paths'));
  return {
    path,
    extends: texts(at(root, 'extends')),
    locked: texts(at(root, 'locked')),
    lockedBy: new Map(),
    use: buildUse(at(root, 'use')),
    useRange: at(root, 'use')?.range ?? null,
    requireOpenness:
      openness === undefined
        ? null
        : { level: word<OpennessLevel>(openness) ?? 'api-only', range: openness.range },
    licenses: {
      allow: selectors(at(licenses, 'allow')),
      warn: selectors(at(licenses, 'warn')),
      deny: selectors(at(licenses, 'deny')),
      unknown: word<SeverityOrOff>(at(licenses, 'unknown')),
    },
    origins: {
      allow: placesOf(at(origins, 'allow')),
      warn: placesOf(at(origins, 'warn')),
      deny: placesOf(at(origins, 'deny')),
    },
    hosting: {
      allow: placesOf(at(hosting, 'allow')),
      warn: placesOf(at(hosting, 'warn')),
      deny: placesOf(at(hosting, 'deny')),
      processedIn: placesOf(at(hosting, 'processedIn')),
    },
    lifecycle: { warnBefore: buildDuration(at(at(root, 'lifecycle'), 'warnBefore')) },
    rules: new Map(
      entries(at(root, 'rules')).map(({ key, value }) => [key, word<SeverityOrOff>(value) ?? 'error']),
    ),
    ruleRanges: new Map(entries(at(root, 'rules')).map(({ key, keyRange }) => [key, keyRange])),
    ignorePaths: ignored.map(({ value }) => value),
    ignoreRange: ignored[0]?.range ?? null,
    exceptions: items(at(root, 'exceptions')).map(buildException),
    duties: items(at(root, 'duties')).map(buildDuty),
    models: described(root).map(({ key, keyRange, value }) => buildModel(key, value, keyRange)),
    modelLists: {
      allow: texts(at(at(root, 'models'), 'allow')),
      deny: texts(at(at(root, 'models'), 'deny')),
    },
    detect: {
      loaders: registriesOf(at(at(root, 'detect'), 'loaders')),
      keys: registriesOf(at(at(root, 'detect'), 'keys')),
      prefixes: registriesOf(at(at(root, 'detect'), 'prefixes')),
      names: new Set(described(root).map(({ key }) => key)),
    },
    detectRange: at(root, 'detect')?.range ?? null,
    contexts: buildContexts(at(root, 'contexts')),
    inventory: buildInventory(at(root, 'inventory')),
  };
}

/** The facts about models, under `describe` or, as the first policies had them, under `models`. */
function described(root: YamlNode | undefined): ReturnType<typeof entries> {
  return [...entries(at(root, 'models')), ...entries(at(root, 'describe'))].filter(
    ({ value }) => value.kind === 'map',
  );
}

function buildInventory(node: YamlNode | undefined): PolicyInventory {
  return {
    facts: factsOf(node, INVENTORY_FACTS),
    datasets: Object.fromEntries(
      entries(at(node, 'datasets')).map(({ key, value }) => [key, factsOf(value, DATASET_FACTS)]),
    ),
  };
}

function factsOf<T extends string>(
  node: YamlNode | undefined,
  names: readonly T[],
): Readonly<Partial<Record<T, string>>> {
  const stated = names.flatMap((name) => {
    const value = text(at(node, name));
    return value === null ? [] : [[name, value.trim()] as const];
  });
  return Object.fromEntries(stated) as Readonly<Partial<Record<T, string>>>;
}

function registriesOf(node: YamlNode | undefined): ReadonlyMap<string, Registry> {
  return new Map(
    entries(node).flatMap(({ key, value }) => {
      const registry = word<Registry>(value);
      return registry === null ? [] : [[key, registry] as const];
    }),
  );
}

function buildContexts(node: YamlNode | undefined): Policy['contexts'] {
  return {
    caps: new Map(
      CONTEXTS.flatMap((context) => {
        const cap = word<SeverityOrOff>(at(node, context));
        return cap === null ? [] : [[context, cap] as const];
      }),
    ),
    paths: entries(at(node, 'paths')).flatMap(({ key, value }) => {
      const context = word<Context>(value);
      return context === null ? [] : [{ glob: key, context }];
    }),
  };
}

function buildUse(node: YamlNode | undefined): ProjectUse {
  const trains = scalar(at(node, 'trainsOnOutputs'));
  const seat = text(at(node, 'seat'))?.toUpperCase();
  const { USD: inDollars, ...others } = revenuesIn(at(node, 'annualRevenue'));
  const dollars = [countOf(scalar(at(node, 'annualRevenueUsd'))), inDollars].filter(
    (one) => one !== undefined,
  );
  return {
    purpose: word(at(node, 'purpose')),
    distribution: word(at(node, 'distribution')),
    regions: texts(at(node, 'regions')).map(({ value }) => value.toUpperCase()),
    ...(seat !== undefined && { seat }),
    monthlyActiveUsers: countOf(scalar(at(node, 'monthlyActiveUsers'))) ?? null,
    // Stated in both ways, the larger figure counts: a limit must not be missed.
    annualRevenueUsd: dollars.length === 0 ? null : Math.max(...dollars),
    ...(Object.keys(others).length > 0 && { annualRevenue: others }),
    trainsOnOutputs: typeof trains === 'boolean' ? trains : null,
  };
}

function revenuesIn(node: YamlNode | undefined): Readonly<Record<string, number>> {
  return Object.fromEntries(
    entries(node).flatMap(({ key, value }) => {
      const amount = countOf(scalar(value));
      return amount === undefined ? [] : [[key, amount] as const];
    }),
  );
}

function buildDuration(node: YamlNode | undefined): Policy['lifecycle']['warnBefore'] {
  const days = daysOf(text(node) ?? '');
  return node === undefined || days === undefined ? null : { days, range: node.range };
}

function buildException(node: YamlNode): PolicyException {
  return {
    model: text(at(node, 'model')) ?? '',
    rules: texts(at(node, 'rules')).map(({ value }) => value),
    paths: texts(at(node, 'paths')).map(({ value }) => value),
    reason: text(at(node, 'reason')) ?? '',
    approvedBy: text(at(node, 'approvedBy')),
    expires: text(at(node, 'expires')),
    range: (at(node, 'model') ?? node).range,
  };
}

function buildDuty(node: YamlNode): DutyStatement {
  return {
    model: text(at(node, 'model')) ?? '',
    done: texts(at(node, 'done')).map(({ value }) => value),
    licenses: texts(at(node, 'license')).map(({ value }) => value),
    how: text(at(node, 'how')) ?? '',
    approvedBy: text(at(node, 'approvedBy')),
    range: (at(node, 'model') ?? node).range,
  };
}

function buildModel(id: string, node: YamlNode, range: Stated['range']): PolicyModel {
  const base = at(node, 'base');
  const same = at(node, 'is');
  const is = text(same);
  const place = (base ?? same)?.range;
  return {
    id,
    license: text(at(node, 'license')),
    origin: text(at(node, 'origin'))?.toUpperCase() ?? null,
    openness: word(at(node, 'openness')),
    base: text(base),
    ...(is !== null && { is }),
    ...(place !== undefined && { baseRange: place }),
    range,
  };
}

function selectors(node: YamlNode | undefined): LicenseSelector[] {
  return texts(node).map(({ value, range }): LicenseSelector => {
    const category = categoryOf(value);
    return category !== undefined && isCategory(category)
      ? { kind: 'category', category, range }
      : { kind: 'license', key: value, range };
  });
}

function placesOf(node: YamlNode | undefined): OriginSelector[] {
  return texts(node).map(({ value, range }) => ({
    value: looksLikeCountry(value) ? value.toUpperCase() : value,
    range,
  }));
}

function at(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return entries(node).find((entry) => entry.key === key)?.value;
}

function entries(node: YamlNode | undefined): YamlMap['entries'] {
  return node?.kind === 'map' ? node.entries : [];
}

/** Where a list of one may be written without brackets, its only item. */
function items(node: YamlNode | undefined): readonly YamlNode[] {
  if (node?.kind === 'list') return node.items;
  return node?.kind === 'scalar' && node.value !== null ? [node] : [];
}

function scalar(node: YamlNode | undefined): string | number | boolean | null {
  return node?.kind === 'scalar' ? node.value : null;
}

function text(node: YamlNode | undefined): string | null {
  const value = scalar(node);
  return typeof value === 'string' ? value : null;
}

/** A word that was checked to be one of the choices. */
function word<T extends string>(node: YamlNode | undefined): T | null {
  return text(node) as T | null;
}

function texts(node: YamlNode | undefined): { value: string; range: Stated['range'] }[] {
  return items(node).flatMap((item) => {
    const value = text(item);
    return value === null ? [] : [{ value, range: item.range }];
  });
}
