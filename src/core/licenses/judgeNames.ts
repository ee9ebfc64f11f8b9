import type { LicenseRecord } from '../catalog/records';
import type { Relation } from '../vocabulary';
import { judge } from './compatibility';
import { severity, worse, type Judgement, type Pair } from './judgement';
import { readLicense, type LicenseExpression, type LicenseSource } from './licenseExpression';

export interface NamedPair extends Pick<Pair, 'isRunByUsers'> {
  /** Hub keys, SPDX ids, aliases or SPDX expressions, in any case. */
  readonly upstream: string;
  readonly downstream: string;
  readonly relation: Relation;
}

/**
 * {@link judge} for licenses as people write them. Of an upstream choice (`OR`) the project takes what suits it, while of
 * upstream terms that hold together (`AND`) the hardest decides. A downstream choice offers both, so both must hold; a
 * downstream `AND` has parts under each, of which one must fit.
 */
export function judgeNames({ upstream, downstream, ...more }: NamedPair, source: LicenseSource): Judgement {
  const below = readLicense(downstream, source);
  return overUpstream(readLicense(upstream, source), (record) =>
    overDownstream(below, (label) => judge({ upstream: record, downstream: label, ...more })),
  );
}

function overUpstream(
  expression: LicenseExpression,
  judged: (record: LicenseRecord) => Judgement,
): Judgement {
  if (expression.kind === 'license') return judged(expression.record);
  const [left, right] = expression.parts.map((part) => overUpstream(part, judged)) as [Judgement, Judgement];
  return expression.kind === 'any' ? milder(left, right) : both(left, right);
}

function overDownstream(
  expression: LicenseExpression,
  judged: (record: LicenseRecord) => Judgement,
): Judgement {
  if (expression.kind === 'license') return judged(expression.record);
  const [left, right] = expression.parts.map((part) => overDownstream(part, judged)) as [
    Judgement,
    Judgement,
  ];
  return expression.kind === 'any' ? harder(left, right) : milder(left, right);
}

function milder(a: Judgement, b: Judgement): Judgement {
  return severity(a.verdict) <= severity(b.verdict) ? a : b;
}

function both(a: Judgement, b: Judgement): Judgement {
  return {
    verdict: worse(a.verdict, b.verdict),
    reasons: [...a.reasons, ...b.reasons].sort(
      (left, right) => severity(right.verdict) - severity(left.verdict),
    ),
    obligations: [...a.obligations, ...b.obligations],
  };
}

function harder(a: Judgement, b: Judgement): Judgement {
  return severity(a.verdict) >= severity(b.verdict) ? a : b;
}
