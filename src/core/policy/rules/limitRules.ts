import { message } from '../../message';
import type { RuleInfo } from '../rule';

export const LICENSE_THRESHOLD: RuleInfo = {
  code: 'license/threshold',
  severity: 'error',
  withoutPolicy: false,
  summary: message('The licence ends or changes above a size the project has reached'),
  checks: message(
    "`use.monthlyActiveUsers` and `use.annualRevenueUsd` are compared with the licence's limits. Some are tested once, on the model's release date, others all the time; the finding says which. Where the figure is not stated it is asked for, as information.",
  ),
  why: message('A limit on users or revenue takes the grant away from the successful, often without notice.'),
  settle: [
    message('Ask the publisher for the licence that the clause speaks of, then add an exception that names it.'),
    message('Replace the model with one without such a limit.'),
    message('State the figures under `use` in the policy, so that they can be compared.'),
  ],
  example: 'use: { purpose: commercial, monthlyActiveUsers: 800_000_000 }\n# and in the code\nmodel = "meta-llama/Llama-3.1-8B-Instruct"',
};

export const LICENSE_REGION: RuleInfo = {
  code: 'license/region',
  severity: 'error',
  withoutPolicy: false,
  summary: message('The licence leaves out a region the project is in'),
  checks: message("`use.regions` is compared with the regions that the licence leaves out, for all its models or only for those that take more than text."),
  why: message('Some grants do not reach people and companies of a region at all. Llama 4 leaves out the European Union, Hunyuan also the United Kingdom and South Korea.'),
  settle: [
    message('Replace the model with one whose licence has no such limit.'),
    message('Correct `use.regions`, when the project is neither developed nor offered there.'),
  ],
  example: 'use: { regions: [EU] }\n# and in the code\nmodel = "meta-llama/Llama-4-Scout-17B-16E-Instruct"',
};

export const LICENSE_OUTPUT_TRAINING: RuleInfo = {
  code: 'license/output-training',
  severity: 'error',
  withoutPolicy: false,
  summary: message('The licence limits training other models on the output'),
  checks: message('Where `use.trainsOnOutputs` is true: whether the licence bars training other models on the output, or asks something in return.'),
  why: message('Distillation and synthetic data carry the ban along: the model trained in breach of it is tainted too.'),
  settle: [
    message('Take the output of a model whose licence allows it.'),
    message('Do what the clause asks in return, such as the name prefix of Llama 3.1, and add an exception that says so.'),
  ],
  example: 'use: { trainsOnOutputs: true }\n# and in the code\nteacher = "meta-llama/Meta-Llama-3-70B-Instruct"',
};

export const LICENSE_USE_POLICY: RuleInfo = {
  code: 'license/use-policy',
  severity: 'information',
  withoutPolicy: false,
  summary: message('The licence bars some uses, and users must be bound to that'),
  checks: message('Where what is built reaches others (`use.distribution`): whether the licence has a list of barred uses that must be followed or passed on.'),
  why: message("An acceptable use policy binds the project, and often asks it to bind its own users as well."),
  settle: [
    message('Take the list over into the terms of use of the product, then add an exception that says where.'),
    message('Replace the model with one without such a list.'),
  ],
  example: 'use: { distribution: product }\n# and in the code\nmodel = "google/gemma-2-9b-it"',
};
