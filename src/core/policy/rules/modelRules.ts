import { message } from '../../message';
import type { RuleInfo } from '../rule';

export const MODEL_RETIRED: RuleInfo = {
  code: 'model/retired',
  severity: 'warning',
  withoutPolicy: true,
  summary: message('The model is retired, or a date for that is set'),
  checks: message("The publisher's list of retired and deprecated ids is compared with today."),
  why: message('Calls to a retired id fail, often on a day when nobody looks.'),
  settle: [message('Move to the successor that the publisher names, after a test.')],
  example: 'model = "claude-2.1"',
};

export const MODEL_RENAMED: RuleInfo = {
  code: 'model/renamed',
  severity: 'information',
  withoutPolicy: false,
  summary: message('The id is an old name of the model'),
  checks: message('The id is the former name of a model that its registry knows under another one now.'),
  why: message('Old names work as long as the redirect does, and somebody else may claim a name that was given up.'),
  settle: [message('Write the present name.')],
  example: 'model = "THUDM/glm-4-9b-chat"',
};

export const MODEL_UNPINNED: RuleInfo = {
  code: 'model/unpinned-revision',
  severity: 'hint',
  withoutPolicy: false,
  summary: message('The weights are loaded without a fixed revision'),
  checks: message('A model of the Hub is loaded, served, shipped or derived from, and no commit is named beside it. Branches and tags can move.'),
  why: message('The publisher can change weights, licence and code that runs on loading; what was checked is then not what runs.'),
  settle: [message('Name the commit beside the id (`revision=`).'), message('Turn the rule off where always the newest is wanted.')],
  example: 'AutoModel.from_pretrained("Qwen/Qwen3-8B")',
};
