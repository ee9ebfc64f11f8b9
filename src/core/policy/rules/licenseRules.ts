import { message } from '../../message';
import type { RuleInfo } from '../rule';

export const LICENSE_DENIED: RuleInfo = {
  code: 'license/denied',
  severity: 'error',
  withoutPolicy: false,
  summary: message('The licence is not one the policy allows'),
  checks: message(
    'The licence of the model and those of its bases are compared with `licenses.deny` and `licenses.allow`. A licence is denied when a list denies it, or when `allow` has entries and no list names it.',
  ),
  why: message("Terms that the project has ruled out reach it with the model, also through a derivative's base."),
  settle: [
    message('Replace the model with one whose licence is allowed.'),
    message('Allow the licence in the policy, when it was left out by mistake.'),
    message('Add an exception for this model, with a reason and a date.'),
  ],
  example: 'licenses:\n  deny: [llama3.1]\n# and in the code\nmodel = "meta-llama/Llama-3.1-8B-Instruct"',
};

export const LICENSE_WARNED: RuleInfo = {
  code: 'license/warned',
  severity: 'warning',
  withoutPolicy: false,
  summary: message('The policy asks for a second look at the licence'),
  checks: message('The licence of the model and those of its bases are compared with `licenses.warn`.'),
  why: message('Some terms are fine for one use and not for another: somebody has to read them once per use.'),
  settle: [
    message('Read the licence, then add an exception for this model with what was decided.'),
    message('Move the licence to `licenses.allow`, when it is fine everywhere.'),
  ],
  example: 'licenses:\n  warn: [gemma]\n# and in the code\nmodel = "google/gemma-2-9b-it"',
};

export const LICENSE_NON_COMMERCIAL: RuleInfo = {
  code: 'license/non-commercial',
  severity: 'error',
  withoutPolicy: true,
  summary: message('The licence bars commercial use'),
  checks: message(
    'The licence, or one of a base, is for non-commercial or research use only. An error where `use.purpose` is commercial, a warning where it is internal or not stated; nothing for research and personal projects.',
  ),
  why: message('The weights can be downloaded like any others, so the limit is easily missed until the product is sold.'),
  settle: [
    message('Replace the model with one that may be used commercially.'),
    message('Ask the publisher for a commercial licence, then add an exception that names it.'),
    message('State `use.purpose: research` where that is what the project is.'),
  ],
  example: 'use: { purpose: commercial }\n# and in the code, under cc-by-nc-4.0\nmodel = "CohereLabs/c4ai-command-r-v01"',
};

export const LICENSE_UNKNOWN: RuleInfo = {
  code: 'license/unknown',
  severity: 'warning',
  withoutPolicy: false,
  summary: message('The licence is not known'),
  checks: message(
    'Nothing is known of the model or of its licence, or the name only says a family of licences. `licenses.unknown` sets the severity.',
  ),
  why: message('Not known is not the same as allowed. Without a licence there may be no right to use the model at all.'),
  settle: [
    message('Look the model up on its hub, then state its licence under `models` in the policy.'),
    message('Replace the model with one whose licence is known.'),
  ],
  example: 'licenses: { unknown: error }\n# and in the code\nmodel = "nobody/nothing"',
};

export const LICENSE_NONE_STATED: RuleInfo = {
  code: 'license/none-stated',
  severity: 'warning',
  withoutPolicy: false,
  summary: message('The model card states no licence'),
  checks: message('The card was read and states no licence. `licenses.unknown` sets the severity.'),
  why: message('What carries no licence is not free: by default, all rights stay with the author. It is not a conflict either, only an open question.'),
  settle: [
    message('Ask the publisher to state a licence.'),
    message('Replace the model with one that states its licence.'),
    message('State the licence under `models` in the policy, when it was given in another way.'),
  ],
  example: '# a model whose card has no licence\nmodel = "someone/unlicensed-model"',
};

export const LICENSE_CODE_WEIGHTS_DIFFER: RuleInfo = {
  code: 'license/code-weights-differ',
  severity: 'information',
  withoutPolicy: false,
  summary: message('Code and weights are under different licences'),
  checks: message('The stated licence covers the code of the project but not its weights, or the two were found under different terms.'),
  why: message("The badge of a repository speaks of its code. The weights are what a project runs, and their terms are often narrower."),
  settle: [
    message("Read the licence of the weights on the model's card."),
    message('State it under `models` in the policy, or add an exception that says what was found.'),
  ],
  example: '# MIT code, research-only weights\nmodel = "deepinsight/insightface"',
};
