import type { Registry } from '../vocabulary';
import type { FamilyRule, ModelRecord, Resolution } from './records';

interface CompiledRule {
  readonly rule: FamilyRule;
  readonly matches: (id: string) => boolean;
}

/**
 * What the family rules say of a name that has no record. Rules are kept by the text before their first wildcard's slash
 * (the owner), so that only the few of one owner are tried.
 */
export function familyResolver(rules: readonly FamilyRule[]) {
  const byOwner = new Map<string, CompiledRule[]>();
  for (const rule of rules) {
    const key = `${rule.registry}:${ownerOf(rule.match)}`;
    const except = rule.except.map(glob);
    const match = glob(rule.match);
    const matches = (id: string): boolean => match(id) && !except.some((not) => not(id));
    byOwner.set(key, [...(byOwner.get(key) ?? []), { rule, matches }]);
  }

  return function resolve(spelling: string, registry: Registry = 'huggingface'): Resolution | undefined {
    const id = spelling.toLowerCase();
    const found = byOwner.get(`${registry}:${ownerOf(id)}`)?.find(({ matches }) => matches(id));
    return found && { record: recordOf(spelling, found.rule), registry, via: 'family', renamed: false };
  };
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

function recordOf(id: string, rule: FamilyRule): ModelRecord {
  return {
    id, registry: rule.registry, name: null, publisher: rule.publisher, license: rule.license, openness: rule.openness,
    components: {}, lineage: [], copyOf: null, task: null, multimodal: null, parameters: null, released: null, gated: null,
    status: { state: 'active' }, aliases: [], contradictions: [],
    sources: rule.sources.map((source) => ({ ...source, confidence: 'low' })),
  };
}
