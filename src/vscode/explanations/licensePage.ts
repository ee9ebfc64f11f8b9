import * as vscode from 'vscode';
import {
  codeSpan,
  AI_ACT_WORDS,
  barredUsesText,
  COMMERCIAL_WORDS,
  endingText,
  governingLawText,
  escapeMarkdown as plain,
  GRANT_WORDS,
  type LicenseRecord,
  MEASURED_WORDS,
  OBLIGATION_WORDS,
  RESTRICTION_WORDS,
  RIGHT_WORDS,
  type Trigger,
  TRIGGER_WORDS,
  VERIFICATION_WORDS,
} from '../../core';
import { localize, translate } from '../localize';
import { bullets, link, section } from './markdownParts';

/** Everything the catalog says about a license, each term with its clause. */
export function licensePage(license: LicenseRecord): string {
  const { t } = vscode.l10n;
  return [
    `# ${plain(license.name)}\n\n`,
    bullets(headLines(license)),
    license.summary === '' ? '' : `\n${plain(license.summary)}\n\n`,
    section(
      t('What must be done'),
      bullets(
        license.obligations.map(({ obligation, triggers, text, clause, note }) =>
          line(
            localize(OBLIGATION_WORDS[obligation]),
            [triggersText(triggers), text && `“${text}”`, note],
            clause,
          ),
        ),
      ),
    ),
    section(t('What is restricted'), bullets(restrictionLines(license))),
    section(
      t('What is granted'),
      bullets(
        license.rights.map(({ right, value, note, clause }) =>
          line(localize(RIGHT_WORDS[right]), [localize(GRANT_WORDS[value]), note], clause),
        ),
      ),
    ),
    section(
      t('What ends it'),
      bullets(
        (license.termination ?? []).map((ending) =>
          line(localize(endingText(ending)), [ending.note], ending.clause),
        ),
      ),
    ),
    section(t('Notes'), bullets(license.notes === null ? [] : [plain(license.notes)])),
    section(
      t('Where this was read'),
      bullets(
        license.evidence.map(
          ({ source, sections, date }) =>
            `${link(source, source)} ${plain([sections, date].filter(Boolean).join(', '))}`,
        ),
      ),
    ),
    `${plain(t('Verification: {0}. This is information, not legal advice.', localize(VERIFICATION_WORDS[license.verification])))}\n`,
  ].join('');
}

function restrictionLines({ restrictions, thresholds, regions }: LicenseRecord): string[] {
  const { t } = vscode.l10n;
  return [
    ...restrictions.map(({ restriction, triggers, uses, note, clause }) =>
      line(
        localize(RESTRICTION_WORDS[restriction]),
        [triggersText(triggers), uses && barredUsesText(uses, translate), note],
        clause,
      ),
    ),
    ...thresholds.map(({ text, measured, clause }) =>
      line(t('Size limit'), [text, t('measured: {0}', localize(MEASURED_WORDS[measured]))], clause),
    ),
    ...regions.map(({ regions: places, text, clause }) =>
      line(t('Region'), [places.join(', '), text], clause),
    ),
  ];
}

function headLines({
  key,
  spdx,
  category,
  commercialUse,
  commercialCondition,
  publisher,
  url,
  meets,
  governingLaw,
}: LicenseRecord): string[] {
  const { t } = vscode.l10n;
  return [
    `${plain(t('Key'))}: ${codeSpan(key)}${spdx === null ? '' : ` (SPDX ${plain(spdx)})`}`,
    `${plain(t('Category'))}: ${plain(category)}`,
    `${plain(t('Commercial use'))}: ${plain([localize(COMMERCIAL_WORDS[commercialUse]), commercialCondition].filter(Boolean).join(', '))}`,
    ...aiActLines(meets),
    ...lawLines(governingLaw),
    ...(publisher === null ? [] : [`${plain(t('Publisher'))}: ${plain(publisher)}`]),
    ...(url === null ? [] : [`${plain(t('Text'))}: ${link(url, url)}`]),
  ];
}

function aiActLines({ aiActOpenSource, aiActReasons }: LicenseRecord['meets']): readonly string[] {
  if (aiActOpenSource === null) return [];
  const reading = [localize(AI_ACT_WORDS[aiActOpenSource]), ...aiActReasons].join('; ');
  return [`${plain(vscode.l10n.t('EU AI Act'))}: ${plain(reading)}`];
}

function lawLines(law: LicenseRecord['governingLaw']): readonly string[] {
  if (law === undefined) return [];
  const clause = law.clause === null ? '' : ` (${plain(law.clause)})`;
  return [`${plain(vscode.l10n.t('Governing law'))}: ${plain(localize(governingLawText(law)))}${clause}`];
}

function line(name: string, parts: readonly (string | undefined)[], clause: string | null): string {
  const said = parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => plain(part ?? ''))
    .join('; ');
  return `**${plain(name)}**${said === '' ? '' : `: ${said}`}${clause === null ? '' : ` (${plain(clause)})`}`;
}

function triggersText(triggers: readonly Trigger[]): string {
  return triggers.length === 0
    ? ''
    : vscode.l10n.t('on {0}', triggers.map((trigger) => localize(TRIGGER_WORDS[trigger])).join(', '));
}
