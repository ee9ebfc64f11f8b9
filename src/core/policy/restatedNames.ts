import type { Catalog } from '../catalog/records';
import { message } from '../message';
import { PREFIXES, PROVIDERS } from '../registries/tables';
import type { Registry } from '../vocabulary';
import { lockingFile } from './locks';
import type { Policy, PolicyProblem } from './policy';

const KINDS = ['loaders', 'keys', 'prefixes'] as const;
type Kind = (typeof KINDS)[number];

/**
 * Where `detect` of a policy on locks gives a word another meaning than it has: the locked rules would be asked about another model. A word
 * has the meaning that a policy with locks states, or else, of prefixes, the one that is known. What is new may be added.
 */
export function restatedNames(policy: Policy, catalog: Catalog): readonly PolicyProblem[] {
  const { detect, detectRange, lockedBy } = policy;
  const locks = [...lockedBy].flatMap(([rule, all]) => all.map((lock) => ({ rule, lock })));
  return KINDS.flatMap((kind) =>
    [...detect[kind]].flatMap(([word, registry]): readonly PolicyProblem[] => {
      const stating = locks.filter(({ lock }) => lock.detect[kind].has(word));
      const isOther =
        stating.length > 0
          ? stating.some(({ lock }) => lock.detect[kind].get(word) !== registry)
          : isKnownOtherwise(kind, word, { registry, catalog });
      const [first] = stating.length > 0 ? stating : locks;
      if (first === undefined || !isOther) return [];
      return [
        {
          severity: 'error',
          message: message(
            '`detect.{0}` would give {1} another meaning for rules that {2} locks: state it in that policy',
            kind,
            word,
            lockingFile(first.rule, first.lock),
          ),
          range: detectRange ?? { start: 0, end: 0 },
        },
      ];
    }),
  );
}

/** Whether a prefix is known as that of another registry, or as a publisher, whose name belongs to those of its models. */
function isKnownOtherwise(
  kind: Kind,
  word: string,
  { registry, catalog }: { readonly registry: Registry; readonly catalog: Catalog },
): boolean {
  if (kind !== 'prefixes') return false;
  const name = word.toLowerCase();
  const known = PREFIXES.get(name) ?? PROVIDERS.get(name.replace(/[^a-z\d]/g, ''));
  return known === undefined ? catalog.owner('huggingface', name) !== undefined : known !== registry;
}
