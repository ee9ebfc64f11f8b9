import { message } from '../../message';
import type { RuleInfo } from '../rule';

export const MODEL_LISTED: RuleInfo = {
  code: 'model/listed',
  severity: 'hint',
  withoutPolicy: false,
  summary: message('A file lists models that the policy would not allow'),
  checks: message(
    'Names in tables, enumerations and lists are judged as if they were used. Where some of them would give an error, the file has one hint that counts them and names their places.',
  ),
  why: message('A list is no use of a model, but what it offers can be chosen.'),
  settle: [
    message('Remove the names that must not be offered.'),
    message('Add an exception for a model, with a reason and a date.'),
    message('Set `model/listed` to `off` under `rules` where lists do not matter.'),
  ],
  example:
    'licenses: { deny: ["category:non-commercial"] }\n# and in a table\n"facebook/seamless-m4t-v2-large": { "price": 0.2 }',
};
