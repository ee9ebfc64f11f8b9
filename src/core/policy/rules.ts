import type { RuleInfo } from './rule';
import * as license from './rules/licenseRules';
import * as limits from './rules/limitRules';
import * as lineage from './rules/lineageRules';
import * as model from './rules/modelRules';
import * as obligation from './rules/obligationRules';
import * as origin from './rules/originRules';
import * as policy from './rules/policyRules';

/** Every rule there is, in the order in which they are explained. */
export const RULES: readonly RuleInfo[] = [license, limits, lineage, origin, obligation, model, policy].flatMap((family) => Object.values<RuleInfo>(family));

const BY_CODE = new Map(RULES.map((rule) => [rule.code, rule]));

export const RULE_CODES: readonly string[] = [...BY_CODE.keys()];

export function ruleInfo(code: string): RuleInfo | undefined {
  return BY_CODE.get(code);
}

/** Name of a rule's section in the documentation: `license/denied` → `license-denied`. */
export function ruleAnchor(code: string): string {
  return code.replaceAll('/', '-');
}
