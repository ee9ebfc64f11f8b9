import { message } from '../../message';
import type { RuleInfo } from '../rule';

export const ORIGIN_DENIED: RuleInfo = {
  code: 'origin/denied',
  severity: 'error',
  withoutPolicy: false,
  summary: message('The model comes from where the policy does not allow'),
  checks: message(
    "The publisher and its country, and those of all bases, are compared with `origins.deny` and `origins.allow`. An organisation named in a list wins over its country. Where the server stands that runs the model plays no part.",
  ),
  why: message('Procurement and export rules often look at who made a model, and a fine-tune does not change who made its base.'),
  settle: [
    message('Replace the model with one of an allowed origin.'),
    message('Add an exception for this model, with a reason and a date.'),
  ],
  example: 'origins: { deny: [CN] }\n# and in the code\nmodel = "Qwen/Qwen3-8B"',
};

export const ORIGIN_WARNED: RuleInfo = {
  code: 'origin/warned',
  severity: 'warning',
  withoutPolicy: false,
  summary: message('The policy asks for a second look at the origin, or it is not known'),
  checks: message('The publisher and its country, and those of all bases, are compared with `origins.warn`. Where the policy has lists of origins, a publisher or country that is not known is told here as well.'),
  why: message('Unknown is not the same as allowed: the model may come from a place that the policy denies.'),
  settle: [
    message('Find out who released the model, and state it under `models` in the policy.'),
    message('Add an exception for this model, with a reason and a date.'),
  ],
  example: 'origins: { warn: [US] }\n# and in the code\nmodel = "gpt-4o"',
};

export const OPENNESS_BELOW_REQUIRED: RuleInfo = {
  code: 'openness/below-required',
  severity: 'error',
  withoutPolicy: false,
  summary: message('The model is less open than the policy requires'),
  checks: message('The openness of the model is compared with `require.openness`: api-only, weights-available, open-weights, open-source. Not known is a warning, never a pass.'),
  why: message('What can only be called can be changed or switched off by others, and what carries limits on use is not open.'),
  settle: [
    message('Replace the model with one that is open enough.'),
    message('Add an exception for this model, with a reason and a date.'),
  ],
  example: 'require: { openness: open-weights }\n# and in the code\nmodel = "gpt-4o"',
};
