import type { ReferenceRule, RuleInfo } from './rule';
import { DRIFT_RULES } from './rules/driftRules';
import {
  LICENSE_CODE_WEIGHTS_DIFFER,
  LICENSE_DENIED,
  LICENSE_NONE_STATED,
  LICENSE_UNKNOWN,
  LICENSE_WARNED,
} from './rules/licenseRules';
import {
  LICENSE_NON_COMMERCIAL,
  LICENSE_OUTPUT_TRAINING,
  LICENSE_REGION,
  LICENSE_THRESHOLD,
  LICENSE_USE_POLICY,
} from './rules/limitRules';
import { LINEAGE_CONFLICT, LINEAGE_PROBABLE, LINEAGE_RELABELLED } from './rules/lineageRules';
import { HOSTING_DENIED, HOSTING_LOOK_ALIKE, HOSTING_WARNED } from './rules/hostingRules';
import { MODEL_RENAMED, MODEL_UNKNOWN, MODEL_UNPINNED } from './rules/modelRules';
import { ATTRIBUTION_MISSING, LICENSE_COPY_MISSING } from './rules/obligationRules';
import { OPENNESS_BELOW_REQUIRED, ORIGIN_DENIED, ORIGIN_WARNED } from './rules/originRules';
import { MODEL_ENDING, MODEL_RETIRED, SERVICE_TERMS } from './rules/serviceRules';
import {
  EXPIRED_EXCEPTION,
  NOT_INHERITED,
  POLICY_INVALID,
  UNUSED_EXCEPTION,
  UNUSED_IGNORE,
} from './rules/policyRules';
import { MODEL_LISTED } from './rules/listRules';
import { MODEL_DENIED } from './rules/modelListRules';
import { PROJECT_LICENSE_UNCLEAR } from './rules/projectRules';
import { LICENSE_CONDITIONAL_RIGHT, LICENSE_COPYLEFT } from './rules/rightRules';

/** The rules that look at one reference at a time, the gravest first: where several are broken at one place, the first speaks. */
export const REFERENCE_RULES: readonly ReferenceRule[] = [
  MODEL_DENIED,
  LICENSE_DENIED,
  LINEAGE_CONFLICT,
  LICENSE_NON_COMMERCIAL,
  LICENSE_REGION,
  LICENSE_THRESHOLD,
  LICENSE_CONDITIONAL_RIGHT,
  LICENSE_OUTPUT_TRAINING,
  OPENNESS_BELOW_REQUIRED,
  ORIGIN_DENIED,
  HOSTING_LOOK_ALIKE,
  HOSTING_DENIED,
  SERVICE_TERMS,
  LICENSE_WARNED,
  ORIGIN_WARNED,
  HOSTING_WARNED,
  LINEAGE_RELABELLED,
  LINEAGE_PROBABLE,
  MODEL_UNKNOWN,
  LICENSE_UNKNOWN,
  LICENSE_NONE_STATED,
  LICENSE_CODE_WEIGHTS_DIFFER,
  LICENSE_COPYLEFT,
  LICENSE_USE_POLICY,
  MODEL_RETIRED,
  MODEL_ENDING,
  MODEL_RENAMED,
  MODEL_UNPINNED,
];

/** Those that look at who runs a model alone, whichever it is. */
export const HOST_RULES: readonly ReferenceRule[] = [
  HOSTING_LOOK_ALIKE,
  HOSTING_DENIED,
  SERVICE_TERMS,
  HOSTING_WARNED,
];

export const REFERENCE_RULE_CODES: readonly string[] = REFERENCE_RULES.map(({ code }) => code);

/** The rules that need the whole workspace: an editor, which sees one file at a time, only knows of them from an audit. */
const WORKSPACE_RULES: readonly RuleInfo[] = [ATTRIBUTION_MISSING, LICENSE_COPY_MISSING, ...DRIFT_RULES];

/** Every rule there is, in the order in which they are explained. */
export const RULES: readonly RuleInfo[] = [
  ...REFERENCE_RULES,
  MODEL_LISTED,
  PROJECT_LICENSE_UNCLEAR,
  ...WORKSPACE_RULES,
  POLICY_INVALID,
  NOT_INHERITED,
  EXPIRED_EXCEPTION,
  UNUSED_EXCEPTION,
  UNUSED_IGNORE,
];

const BY_CODE = new Map(RULES.map((rule) => [rule.code, rule]));

export const RULE_CODES: readonly string[] = [...BY_CODE.keys()];

export function ruleInfo(code: string): RuleInfo | undefined {
  return BY_CODE.get(code);
}

const OF_WORKSPACE: ReadonlySet<string> = new Set(WORKSPACE_RULES.map(({ code }) => code));

export function isWorkspaceRule(code: string): boolean {
  return OF_WORKSPACE.has(code);
}
