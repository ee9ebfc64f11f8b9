import { AUDITS } from './classes/audits';
import { DETECTION } from './classes/detection';
import { FILES } from './classes/files';
import { KNOWLEDGE } from './classes/knowledge';
import { POLICY } from './classes/policy';
import { REPORTS } from './classes/reports';
import type { FuzzClass } from './fuzzClass';

export const CLASSES: readonly FuzzClass[] = [
  ...DETECTION,
  ...POLICY,
  ...FILES,
  ...KNOWLEDGE,
  ...REPORTS,
  ...AUDITS,
];
