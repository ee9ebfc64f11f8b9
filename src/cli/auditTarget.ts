import { posix } from 'node:path';
import {
  audit,
  type AuditHost,
  type AuditMemory,
  type AuditResult,
  type Clock,
  ENGLISH,
  type FileSource,
  governs,
  type Language,
  message,
  say,
} from '../core';
import { readGgufMetadata } from '../node/ggufHeader';
import { decode, pause, systemClock } from '../node/host';
import { surroundingsOf, type Target } from '../node/target';
import type { Cli } from './cli';
import { UsageError } from './command';
import { engineOf } from './engine';
import { factsOf } from './facts';
import { POLICY_PAGE } from './help';

/** What every audit of the command line works with. The clock of the first call stays, as in {@link engineOf}. */
export function auditHost(
  cli: Cli,
  clock: Clock = systemClock,
  beside: Pick<AuditHost, 'found' | 'searchers'> = {},
): AuditHost {
  return {
    engine: engineOf(cli, clock),
    decode,
    clock,
    pause,
    ...beside,
    weights: { claims: factsOf(cli).claims, readGguf: readGgufMetadata },
  };
}

/** How a target is audited. */
interface AuditTerms {
  /** Of the error where a policy cannot be used; English where it is absent. */
  readonly language?: Language;
  /** What earlier audits of the same files found. */
  readonly memory?: AuditMemory;
}

/**
 * The audit of a target as `audit` makes it without options. Rejects with a {@link UsageError} where a policy cannot be used.
 */
export async function auditTarget(
  { name, include, named, root }: Target,
  source: FileSource,
  cli: Cli,
  { language = ENGLISH, memory }: AuditTerms = {},
): Promise<AuditResult> {
  const surroundings = await surroundingsOf(root, cli.cwd);
  const result = await audit(
    {
      folders: [{ name, source, include, named, ...surroundings }],
      stopAtBrokenPolicy: true,
      ...(memory && { memory }),
    },
    auditHost(cli),
  );
  refuseBrokenPolicy(result, '', language);
  return result;
}

/**
 * A policy with an error judges nothing, and a report made without it would look as if all were allowed.
 * @param prefix leads to the audited folder, with `/` at its end
 * @param asked the one file that is asked for, where it is one
 * @throws a {@link UsageError} with a line for each error: `path:line:column message`
 */
export function refuseBrokenPolicy(
  { policies }: AuditResult,
  prefix: string,
  language: Language,
  asked?: string,
): void {
  const governing = asked === undefined ? policies : policies.filter((policy) => governs(policy, asked));
  const broken = governing.flatMap(({ path, problems }) =>
    problems
      .filter(({ severity }) => severity === 'error')
      .map(
        ({ span, message: text }) =>
          `${posix.normalize(prefix + path)}:${span.line}:${span.column} ${say(text, language)}`,
      ),
  );
  if (broken.length > 0)
    throw new UsageError(
      [
        say(message('The policy cannot be used, so nothing was judged.'), language),
        ...broken,
        say(POLICY_PAGE, language),
      ].join('\n'),
    );
}
