import type { Registry } from '../vocabulary';
import { NOTHING_KNOWN } from './nothingKnown';
import type { FamilyRule, ModelRecord, OrganizationRecord, Resolution } from './records';

interface CompiledRule {
  readonly rule: FamilyRule;
  readonly matches: (id: string) => boolean;
}

/** Finds the first rule for a name. Rules are kept by the owner before their first slash, so that only the few of one owner are tried. */
export function ruleFinder(rules: readonly FamilyRule[]) {
  const byOwner = new Map<string, CompiledRule[]>();
  for (const rule of rules) {
    const key = `${rule.registry}:${ownerOf(rule.match.toLowerCase())}`;
    const except = rule.except.map(glob);
    const match = glob(rule.match);
    const matches = (id: string): boolean => match(id) && !except.some((not) => not(id));
    byOwner.set(key, [...(byOwner.get(key) ?? []), { rule, matches }]);
  }

  return (spelling: string, registry: Registry): FamilyRule | undefined => {
    const id = spelling.toLowerCase();
    return byOwner.get(`${registry}:${ownerOf(id)}`)?.find(({ matches }) => matches(id))?.rule;
  };
}

/** What the family rules say of a name that has no record. */
export function familyResolver(rules: readonly FamilyRule[]) {
  const ruleOf = ruleFinder(rules);
  return (spelling: string, registry: Registry): Resolution | undefined => {
    const rule = ruleOf(spelling, registry);
    return (
      rule &&
      inferred(
        unlisted(spelling, rule.registry, {
          publisher: rule.publisher,
          license: rule.license,
          openness: rule.openness,
          sources: rule.sources,
        }),
      )
    );
  };
}

/** Kinds of organizations that publish under their own name: of those an unlisted repository still has a known publisher. */
export const OFFICIAL: ReadonlySet<OrganizationRecord['kind']> = new Set([
  'company',
  'university',
  'public-body',
  'nonprofit',
]);

/** An unlisted repository under an organization's own name: only who published it is known. */
export function ofOwner(
  id: string,
  organization: OrganizationRecord,
  registry: Registry = 'huggingface',
): Resolution | undefined {
  if (!OFFICIAL.has(organization.kind)) return undefined;
  return inferred(
    unlisted(id, registry, {
      publisher: organization.id,
      sources: organization.sources.map((source) => ({ ...source, facts: ['publisher'], confidence: 'low' })),
    }),
  );
}

/** A record that was made, not read. */
export function inferred(record: ModelRecord): Resolution {
  return { record, registry: record.registry, via: 'family', renamed: false };
}

/** A record for a name that has none. */
export function unlisted(id: string, registry: Registry, known: Partial<ModelRecord>): ModelRecord {
  return { id, registry, ...NOTHING_KNOWN, sources: [], ...known };
}

function ownerOf(id: string): string {
  const slash = id.indexOf('/');
  return slash < 0 ? '' : id.slice(0, slash);
}

/** A pattern in which `*` stands for any text. Matches part by part from the left: linear, no regular expression. */
function glob(pattern: string): (id: string) => boolean {
  const [head = '', ...rest] = pattern.toLowerCase().split('*');
  const tail = rest.pop();
  return (id) => {
    if (tail === undefined) return id === head;
    if (!id.startsWith(head) || !id.endsWith(tail) || id.length < head.length + tail.length) return false;
    let at = head.length;
    for (const part of rest) {
      const found = id.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= id.length - tail.length;
  };
}
