import { variants } from '../spelling/hosted';
import { ROUTES } from '../spelling/routes';
import { owned, without, type Candidate, type SpellingRule } from '../spelling/rule';

/**
 * A service that takes plain names and `vendor/name` alike, and whose own spellings the catalog lists under `other`.
 */
export const anyGatewaySpelling: SpellingRule = (spelling) => [
  { registry: 'other', spelling },
  ...(spelling.includes('/')
    ? owned(without(spelling, ROUTES))
    : [spelling, ...variants(spelling)].flatMap((name): Candidate[] => [
        { registry: 'other', spelling: name },
        { name },
      ])),
];
