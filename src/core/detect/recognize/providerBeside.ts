import type { HostEvidence } from '../beside';
import { FURTHEST, surroundingsOf } from '../surroundings';
import type { Question } from './question';

/** Keys for who provides a model: `type: docker` is for anything. */
const PROVIDER_KEY = /^(?:(?:llm|model|ai)[-_]?)?(?:provider|vendor|platform|backend|engine)/i;

/** What keys for the provider of a model say beside a value. */
export function providersBeside({
  value,
  at: start,
  knowledge: { evidence, text, brackets },
}: Pick<Question, 'value' | 'at' | 'knowledge'>): readonly HostEvidence[] {
  const place = { start, end: start + value.length };
  if (!evidence.isNear('providers', place, FURTHEST)) return [];
  return evidence
    .inPart('providers', surroundingsOf(text, brackets, place).own)
    .filter((provider) => PROVIDER_KEY.test(evidence.keyOf(provider)));
}
