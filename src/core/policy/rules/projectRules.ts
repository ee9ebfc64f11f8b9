import { message } from '../../message';
import type { RuleInfo } from '../rule';

export const PROJECT_LICENSE_UNCLEAR: RuleInfo = {
  code: 'license/project-unclear',
  severity: 'information',
  withoutPolicy: false,
  summary: message('The files of the project state different licenses for it'),
  checks: message(
    'In an audit, the license that a manifest states is compared with that of other manifests in its folder and with the text of a LICENSE file. An expression that names the other license agrees with it. Where the project uses no weights, it is a hint.',
  ),
  why: message(
    'Weights that are passed on have to go with the license of the project. Recipients may go by either statement, so weights are held against both.',
  ),
  settle: [
    message('Correct the manifest or the LICENSE file, so that both state the same license.'),
    message('State an expression such as `MIT OR Apache-2.0` where the project may be used under either.'),
  ],
  example:
    '// package.json, beside a LICENSE file with the text of the Apache License 2.0\n{ "license": "MIT" }',
};
