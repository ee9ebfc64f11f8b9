import * as vscode from 'vscode';
import { type Engine, escapeMarkdown, judgeNames, type NamedPair, RELATIONS, type Verdict } from '../../core';
import { localize } from '../localize';
import { bullets, link, section } from './markdownParts';

/** The question as the page's name: `meta-llama/Llama-3.1-8B → mit (derives)`. */
export function compatibilityName({ upstream, downstream, relation }: NamedPair): string {
  return `${upstream} → ${downstream} (${relation})`;
}

function readName(name: string): NamedPair | undefined {
  const [, upstream, downstream, word] = /^([^→]+) → ([^→]+) \((\w+)\)$/.exec(name) ?? [];
  const relation = RELATIONS.find((candidate) => candidate === word);
  return upstream === undefined || downstream === undefined || relation === undefined
    ? undefined
    : { upstream, downstream, relation };
}

/** Whether the work may stand under the license, why, and what has to be done; `undefined` for a name that is no question. */
export function compatibilityPage(engine: Engine, name: string): string | undefined {
  const asked = readName(name);
  if (asked === undefined) return undefined;
  const { t } = vscode.l10n;
  const model =
    engine.catalog.license(asked.upstream) === undefined ? engine.lookup().find(asked.upstream) : undefined;
  const license = model?.license.effective ?? model?.license.declared;
  const keys = license && [...new Set([license, ...(model?.license.also ?? [])].map(({ key }) => key))];
  const { verdict, reasons, obligations } = judgeNames(
    { ...asked, upstream: keys?.join(' AND ') ?? asked.upstream },
    engine.catalog,
  );
  return [
    `# ${escapeMarkdown(name)}\n\n**${escapeMarkdown(verdictSentence(verdict))}**\n\n`,
    license ? `${escapeMarkdown(t('The model is under {0} ({1}).', license.name, license.key))}\n\n` : '',
    section(
      t('Why'),
      bullets(
        reasons.map(({ rule, text, clause, source }) =>
          withClause(`${escapeMarkdown(localize(text))} (${rule})`, clause, source),
        ),
      ),
    ),
    section(
      t('What has to be done'),
      bullets(
        obligations.map(({ text, certain, clause, source }) =>
          withClause(
            `${escapeMarkdown(localize(text))}${certain ? '' : ` — ${escapeMarkdown(t('if it applies'))}`}`,
            clause,
            source,
          ),
        ),
      ),
    ),
    `${escapeMarkdown(t('This is information, not legal advice.'))}\n`,
  ].join('');
}

function withClause(text: string, clause: string | null, source: string | null): string {
  const cited = [
    clause === null ? undefined : escapeMarkdown(clause),
    source === null ? undefined : link(source, source),
  ].filter((part) => part !== undefined);
  return cited.length === 0 ? text : `${text} — ${cited.join(', ')}`;
}

function verdictSentence(verdict: Verdict): string {
  switch (verdict) {
    case 'ok':
      return vscode.l10n.t('Yes. No conditions were found for this.');
    case 'obligations':
      return vscode.l10n.t('Yes, if the duties below are met.');
    case 'review':
      return vscode.l10n.t('To be reviewed: the texts can be read either way.');
    case 'conflict':
      return vscode.l10n.t('No. The terms do not allow this.');
    case 'unknown':
      return vscode.l10n.t('Not known. That is not the same as allowed.');
  }
}
