import { message } from '../../message';
import type { RuleInfo } from '../rule';

export const LINEAGE_CONFLICT: RuleInfo = {
  code: 'lineage/conflict',
  severity: 'error',
  withoutPolicy: true,
  summary: message('Terms of the lineage cannot all be met'),
  checks: message(
    "Whether the terms of a model's bases and its own licence can be met at once, and, where the project ships the weights or derives from them, whether they go with the project's own licence.",
  ),
  why: message('A merge of a share-alike with a restricted model, or weights with use restrictions inside an Apache-2.0 release, leaves the recipient with terms that contradict each other.'),
  settle: [
    message('Replace the model with one whose lineage agrees.'),
    message("Publish the derivative under the base's terms."),
    message('Add an exception, when somebody has cleared it with the publishers.'),
  ],
  example: '# Apache-2.0 project that ships creativeml-openrail-m weights\npush_to_hub(base="runwayml/stable-diffusion-v1-5")',
};

export const LINEAGE_RELABELLED: RuleInfo = {
  code: 'lineage/relabelled',
  severity: 'warning',
  withoutPolicy: true,
  summary: message("The label does not carry the base's terms"),
  checks: message("Whether a derivative states a freer licence than its base lets it have: a fine-tune of Llama under Apache-2.0, a converted copy under MIT."),
  why: message("A publisher cannot give what it does not have: the base's terms hold, whatever the label says."),
  settle: [
    message("Treat the model as being under its base's licence, and add an exception that says so."),
    message('Replace the model with one whose label is right.'),
  ],
  example: '# apache-2.0 on its card, made from Llama 2\nmodel = "someone/llama-2-finetune"',
};
