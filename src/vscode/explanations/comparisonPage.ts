import * as vscode from 'vscode';
import { compareModels, type Engine, escapeMarkdown, isoDay, markdownTable, MAX_COMPARED } from '../../core';
import { localize, translate } from '../localize';
import { regionName } from '../regions';
import { explanationUri } from './explanationUri';

const BETWEEN = ' vs ';

/** The models as the page's name: `Qwen/Qwen3-8B vs gpt-4o`. */
export function comparisonName(models: readonly string[]): string {
  return models.join(BETWEEN);
}

/** Models side by side, each under a link to its own page. */
export function comparisonPage(engine: Engine, name: string): string {
  const { t } = vscode.l10n;
  const names = name.split(BETWEEN).slice(0, MAX_COMPARED);
  const lookup = engine.lookup();
  const facts = compareModels(
    names.map((one) => lookup.find(one)),
    engine.catalog,
    { today: isoDay(Date.now()), translate, countryName: regionName },
  );
  const header = names.map((one) => `[${escapeMarkdown(one)}](${explanationUri('model', one).toString()})`);
  const rows = facts.map(({ fact, values }) => [
    `**${escapeMarkdown(localize(fact))}**`,
    ...values.map((value) => (value === '' ? '–' : escapeMarkdown(value))),
  ]);
  const unknown = names.filter((one) => lookup.find(one) === undefined);
  return [
    `# ${escapeMarkdown(t('Models side by side'))}\n`,
    ...markdownTable(['', ...header], rows),
    ...unknown.map(
      (one) =>
        `\n${escapeMarkdown(t('Nothing is known of a model “{0}”. That is not the same as allowed.', one))}`,
    ),
    `\n${escapeMarkdown(t('This is information, not legal advice.'))}\n`,
  ].join('\n');
}
