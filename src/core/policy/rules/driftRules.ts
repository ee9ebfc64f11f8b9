import { message, type Message } from '../../message';
import type { Severity } from '../../vocabulary';
import type { RuleInfo } from '../rule';

const APPROVE = message(
  'Look at what changed. When it is acceptable, approve the models again: it is one changed line of the lock file.',
);
const STAY = message('Stay with what was approved: name its commit beside the id, or choose another model.');
const LOCK = '# .model-lock.yaml\nmodels:\n  "acme/model-7b":\n';

interface DriftTexts {
  readonly severity: Severity;
  readonly summary: Message;
  readonly checks: Message;
  readonly why: Message;
  readonly settle?: readonly Message[];
  readonly example: string;
}

function driftRule(code: string, { settle = [APPROVE, STAY], ...texts }: DriftTexts): RuleInfo {
  return { code, withoutPolicy: true, settle, ...texts };
}

/** Differences between the models in use and the lock file of the root, in which somebody approved them. Without a lock file there are none. */
export const DRIFT_RULES: readonly RuleInfo[] = [
  driftRule('drift/license-changed', {
    severity: 'error',
    summary: message('The license is another one than was approved'),
    checks: message(
      'The license that a model declares is compared with the one in the lock file. One that is not known is no difference.',
    ),
    why: message('Publishers do change licenses, and what was decided for one does not hold for another.'),
    example: `${LOCK}    license: "apache-2.0"\n# the card says llama3.1 today`,
  }),
  driftRule('drift/openness-changed', {
    severity: 'warning',
    summary: message('The model is more or less open than when it was approved'),
    checks: message('How open a model is, is compared with the lock file.'),
    why: message(
      'What could be run and inspected by anyone may have become a service, or its weights restricted.',
    ),
    example: `${LOCK}    openness: "open-weights"\n# weights-available today`,
  }),
  driftRule('drift/origin-changed', {
    severity: 'warning',
    summary: message('The model comes from other countries than was known when it was approved'),
    checks: message('The countries of the model and its bases are compared with the lock file.'),
    why: message(
      'Origin may decide whether a model may be used, and a base that came to light brings its own.',
    ),
    example: `${LOCK}    origin: ["JP"]\n# JP, CN today`,
  }),
  driftRule('drift/revision-moved', {
    severity: 'information',
    summary: message('The repository has moved on since the model was approved'),
    checks: message(
      'The commit that is named beside the id, or else the current one of the Hub, is compared with the lock file.',
    ),
    why: message(
      'Weights, card and code that runs on loading may all be others than those that were looked at.',
    ),
    example: `${LOCK}    revision: "0123abc…"\n# main is at 4567def… today`,
  }),
  driftRule('drift/renamed', {
    severity: 'information',
    summary: message('The model has another name than when it was approved'),
    checks: message(
      'The name that the Hub or the catalog gives a model today is compared with the lock file.',
    ),
    why: message('The old name works as long as the redirect does, and somebody else may claim it.'),
    settle: [message('Write the present name, and approve the models again.')],
    example: `${LOCK}    license: "apache-2.0"\n# acme/model-7b is acme-labs/model-7b today`,
  }),
  driftRule('drift/gated', {
    severity: 'warning',
    summary: message('The model was open to all when it was approved and is gated now'),
    checks: message(
      'Whether the terms must be accepted before the files can be had, compared with the lock file.',
    ),
    why: message(
      'Builds that fetch the model will fail, and the terms that have to be accepted may be new ones.',
    ),
    example: `${LOCK}    gated: false\n# gated today`,
  }),
  driftRule('drift/gone', {
    severity: 'warning',
    summary: message('The Hub no longer shows a model that was approved'),
    checks: message('Only when the Hub is asked: whether it still shows the repository to the public.'),
    why: message('What is missing, private or disabled cannot be fetched again, and why it went may matter.'),
    settle: [
      message('Keep a copy of what you use, and find out why it went.'),
      message('Choose another model.'),
    ],
    example: `${LOCK}    license: "apache-2.0"\n# the Hub answers that there is no such model`,
  }),
  driftRule('drift/new-model', {
    severity: 'warning',
    summary: message('A model is in use that nobody approved'),
    checks: message('Every model that the files use, beyond a mention, is looked for in the lock file.'),
    why: message('The lock file is the list of what somebody looked at. What is not on it came in unseen.'),
    settle: [message('Approve the models: it adds an entry to the lock file.'), message('Remove the model.')],
    example: `${LOCK}    license: "apache-2.0"\n# and in a file: AutoModel.from_pretrained("acme/other-7b")`,
  }),
  driftRule('drift/unused-entry', {
    severity: 'information',
    summary: message('The lock file holds a model that is no longer in use'),
    checks: message('After a whole audit: entries of the lock file that no file uses any more.'),
    why: message('An approval that is left over would let the model back in unseen.'),
    settle: [message('Approve the models again: entries that are not in use are left out.')],
    example: `${LOCK}    license: "apache-2.0"\n# no file names acme/model-7b`,
  }),
  driftRule('drift/invalid-lock', {
    severity: 'error',
    summary: message('The lock file cannot be used'),
    checks: message('The lock file is read as plain data and compared with its form.'),
    why: message(
      'A lock file with a mistake is not half-read: nothing in it counts until it is mended, and nothing is compared.',
    ),
    settle: [
      message('Mend the place that is marked, for example what a merge left behind.'),
      message('Restore the file from version control, or delete it and approve the models again.'),
    ],
    example: 'version: 1\nmodels: [   # not a mapping of models',
  }),
];
