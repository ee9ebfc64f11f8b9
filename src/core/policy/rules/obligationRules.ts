import { message } from '../../message';
import type { RuleInfo } from '../rule';

export const ATTRIBUTION_MISSING: RuleInfo = {
  code: 'obligation/attribution-missing',
  severity: 'warning',
  withoutPolicy: false,
  fact: 'use',
  summary: message('Words that the license wants shown were not found'),
  checks: message(
    'Where what is built reaches others, by `use.distribution`: whether the workspace holds the words that the license asks to show ("Built with Llama") or to keep in a notice file; and whether the name of weights that `describe`, or a card beside them, says are made from another model begins as its license prescribes. Words to show (“Built with …”) are looked for in all files but notices. A product whose weights a server of its own (Ollama, vLLM) gets where the product runs carries none: what licenses ask of who gives weights on is then no finding, and `audit --explain PATH:LINE` tells it with “if it applies”.',
  ),
  why: message('The right to use the model depends on showing them.'),
  settle: [
    message(
      'Show a credit (“Built with Llama”) in the interface, on a website or in the documentation; keep words for a notice in the NOTICE file.',
    ),
    message('Add an exception that says where they are shown, when that is outside this workspace.'),
  ],
  example:
    'use: { distribution: service }\n# "Built with Llama" stands nowhere\nmodel = "meta-llama/Llama-3.1-8B-Instruct"',
};

export const LICENSE_COPY_MISSING: RuleInfo = {
  code: 'obligation/license-copy-missing',
  severity: 'warning',
  withoutPolicy: false,
  fact: 'use',
  summary: message('Weights are shipped without a copy of their license'),
  checks: message(
    "Where weights are given to others, or lie in the workspace, which is given on with them: whether a copy of their license is in the workspace. The project's own license file counts where its text names no copyright holder: that of Apache-2.0 does, that of MIT does not. A short license in the name of another publisher is no copy either. With `use.distribution: none` nobody outside gets either, and no copy is asked for. It is told once for each license, with the names of all models whose copy is missing. What is made from a model is given on as a work of its own, and so it is told by itself.",
  ),
  why: message('Nearly every license wants recipients to get its text. A label on a page is not a copy.'),
  settle: [
    message("Put the publisher's license file beside the weights."),
    message('Add an exception that says where the copy is.'),
  ],
  example: '# models/llama-3.1-8b.gguf, and no license file\nFROM ./models/llama-3.1-8b.gguf',
};
