import * as vscode from 'vscode';
import {
  AI_ACT_WORDS,
  barredUsesText,
  CONFIDENCE_WORDS,
  escapeMarkdown,
  EVIDENCE_WORDS,
  type JointTerms,
  labeled,
  type LicenseSummary,
  LINEAGE_WORDS,
  markdownTable,
  type Model,
  OPENNESS_WORDS,
  STATUS_WORDS,
} from '../../core';
import { localize, translate } from '../localize';
import { regionName } from '../regions';
import { bullets, link, section } from './markdownParts';
import { explanationUri } from './explanationUri';

/**
 * Everything that is known of a model, each fact with where it was read and when.
 * @param terms of the licenses in effect, where they are known
 * @param first sections that stand before the facts
 */
export function modelPage(
  model: Model | undefined,
  name: string,
  terms: JointTerms | undefined,
  first = '',
): string {
  const { t } = vscode.l10n;
  return [
    `# ${escapeMarkdown(name)}\n\n`,
    first,
    ...(model === undefined
      ? [`${escapeMarkdown(t('Nothing is known of this model. That is not the same as allowed.'))}\n`]
      : factSections(model, terms)),
    `\n${escapeMarkdown(t('This is information, not legal advice.'))}\n`,
  ].join('\n');
}

function factSections(model: Model, terms: JointTerms | undefined): readonly string[] {
  const { t } = vscode.l10n;
  return [
    bullets(factLines(model, terms)),
    section(
      t('Where it comes from'),
      bullets(
        model.origin.map(({ model: id, organization, country, probable }) =>
          escapeMarkdown(
            [
              probable === true ? t('perhaps {0}, as a name suggests', id) : id,
              organization ?? t('publisher not known'),
              country === null ? t('country not known') : regionName(country),
            ].join(' — '),
          ),
        ),
      ),
    ),
    section(
      t('Lineage'),
      bullets(
        model.lineage.map(({ model: id, relation, license }) =>
          escapeMarkdown(
            labeled(localize(LINEAGE_WORDS[relation]), `${id} (${license ?? t('license not known')})`),
          ),
        ),
      ),
    ),
    section(t('Sources contradict each other'), bullets(model.contradictions.map(escapeMarkdown))),
    section(t('Evidence'), evidenceTable(model)),
  ];
}

function factLines(model: Model, terms: JointTerms | undefined): string[] {
  const { t } = vscode.l10n;
  const {
    license: { declared, effective, also = [], phrase },
    openness,
    status,
  } = model;
  const released = Object.entries(openness.components)
    .filter(([, there]) => there)
    .map(([name]) => name);
  const facts: (readonly [string, string | undefined])[] = [
    [t('License'), licenseLink(declared)],
    [t('Also under'), also.length === 0 ? undefined : also.map(licenseLink).join(', ')],
    [
      t('License in effect'),
      [declared, ...also].some((own) => own?.key === effective?.key) ? undefined : licenseLink(effective),
    ],
    [t('Words to show'), phrase === undefined ? undefined : escapeMarkdown(phrase)],
    ...termRows(terms),
    [t('Openness'), escapeMarkdown([localize(OPENNESS_WORDS[openness.level]), ...released].join(', '))],
    [t('Publisher'), model.publisher === null ? undefined : escapeMarkdown(model.publisher.name)],
    [t('Task'), model.task === null ? undefined : escapeMarkdown(model.task)],
    [t('Languages'), model.languages === undefined ? undefined : languageNames(model.languages)],
    [t('Parameters'), model.parameters?.toLocaleString(vscode.env.language)],
    [t('Released'), model.released ?? undefined],
    [t('Created on the Hub'), model.created],
    [t('Access'), model.gated === true ? t('its terms must be accepted first') : undefined],
    [
      t('Status'),
      escapeMarkdown(
        [
          localize(STATUS_WORDS[status.state]),
          status.date,
          status.successor && t('followed by {0}', status.successor),
        ]
          .filter(Boolean)
          .join(', '),
      ),
    ],
    [t('Copy of'), model.copyOf === null ? undefined : escapeMarkdown(model.copyOf)],
    [t('Other names'), model.aliases.length === 0 ? undefined : escapeMarkdown(model.aliases.join(', '))],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined ? [] : [`**${escapeMarkdown(name)}**: ${value}`],
  );
}

/** What the licenses in effect bar, and what the AI Act makes of them. */
function termRows(joint: JointTerms | undefined): (readonly [string, string | undefined])[] {
  const { t } = vscode.l10n;
  if (joint === undefined) return [];
  const { licenses, barredUses, aiActOpenSource: reading, aiActReasons } = joint;
  const notes = licenses.flatMap((license) => license.notes ?? []);
  return [
    [
      t('Barred uses'),
      barredUses.length === 0 ? undefined : escapeMarkdown(barredUsesText(barredUses, translate)),
    ],
    [
      t('EU AI Act'),
      reading === null
        ? undefined
        : escapeMarkdown([localize(AI_ACT_WORDS[reading]), ...aiActReasons].join('; ')),
    ],
    [t('Notes'), notes.length === 0 ? undefined : escapeMarkdown(notes.join(' '))],
  ];
}

/** Languages by name in that of the editor; a code that it has no name for stays. */
function languageNames(codes: readonly string[]): string {
  const names = new Intl.DisplayNames([vscode.env.language], { type: 'language', fallback: 'code' });
  return escapeMarkdown(
    codes
      .map((code) => (code === 'multilingual' ? vscode.l10n.t('several') : (names.of(code) ?? code)))
      .join(', '),
  );
}

function licenseLink(license: LicenseSummary | null): string {
  if (license === null) return vscode.l10n.t('not known');
  const text = license.name === license.key ? license.key : `${license.name} (${license.key})`;
  return license.category === 'none-stated'
    ? vscode.l10n.t('none stated')
    : `[${escapeMarkdown(text)}](${explanationUri('license', license.key).toString()})`;
}

function evidenceTable({ evidence }: Model): string {
  const { t } = vscode.l10n;
  if (evidence.length === 0) return '';
  const rows = evidence.map(({ fact, source, date, confidence, origin }) =>
    [
      fact,
      link(source, source),
      date,
      localize(CONFIDENCE_WORDS[confidence]),
      localize(EVIDENCE_WORDS[origin]),
    ].map((cell, index) => (index === 1 ? cell : escapeMarkdown(cell))),
  );
  return `${markdownTable([t('Fact'), t('Source'), t('Date'), t('Confidence'), t('From')], rows).join('\n')}\n`;
}
