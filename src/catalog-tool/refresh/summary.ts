import { codeSpan, escapeMarkdown, markdownTable, render, visible } from '../../core';
import { isComplete, isRenamed, type Answered, type Proposal } from './proposal';

/** What a person reads before the claims are merged: every difference, old beside new, and what could not be learnt. */
export function summaryOf(proposal: Proposal): string {
  const { answered, absent, failed, cut } = proposal;
  const sections = [
    section(
      'Licenses that the merge would change',
      ['model', 'catalog', 'after the merge', 'the card says'],
      answered.filter(changesLicense).map(licenseRow),
    ),
    section(
      'Cards that the catalog keeps its own license against',
      ['model', 'catalog', 'the card says', 'link'],
      answered.filter(isOverruled).map(overruledRow),
    ),
    section(
      'Wordings that nobody has read yet',
      ['model', 'the card says', 'link'],
      answered.filter(({ license }) => license.said === undefined).map(wordingRow),
    ),
    section(
      'Renamed',
      ['asked for', 'the Hub calls it'],
      answered.filter(isRenamed).map(({ asked, facts }) => [codeSpan(asked), codeSpan(facts.id)]),
    ),
    section(
      'Gone, private or disabled',
      ['model', 'in the catalog', 'reason'],
      absent.map(({ asked, known, reason }) => [
        codeSpan(asked),
        known ? 'yes' : 'no',
        escapeMarkdown(render(reason)),
      ]),
    ),
    section('Gate changed', ['model', 'catalog', 'the Hub'], answered.filter(changesGate).map(gateRow)),
    section('New base models', ['model', 'relation', 'base'], answered.flatMap(newBases)),
    section(
      'New models',
      ['model', 'the card says', 'made'],
      answered.filter(({ record }) => record === undefined).map(newModelRow),
    ),
    section(
      'Not answered',
      ['model', 'reason'],
      failed.map(({ asked, reason }) => [codeSpan(asked), escapeMarkdown(render(reason))]),
    ),
  ];
  return [
    '# Refresh of the catalog: a proposal',
    '',
    isComplete(proposal)
      ? 'Complete: every model has an answer.'
      : '**Not complete**: run the same command again to ask for what is missing.',
    ...cut.flatMap((reason) => ['', `**A list was cut off**: ${escapeMarkdown(render(reason))}.`]),
    '',
    `${answered.length} answered, ${absent.length} gone, private or disabled, ${failed.length} not answered; ${answered.filter(isUnchanged).length} as the catalog has them.`,
    '',
    ...sections.flat(),
  ]
    .map(visible)
    .join('\n');
}

function section(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  return rows.length === 0 ? [] : [`## ${title} (${rows.length})`, '', ...markdownTable(head, rows), ''];
}

function changesLicense({ record, license: { before, after } }: Answered): boolean {
  return record !== undefined && before !== after;
}

/** The merge weighs: a publisher's own file, or what was settled by hand, goes before a card. A card that says `other` contradicts nothing. */
function isOverruled({ record, license: { before, after, said } }: Answered): boolean {
  return record !== undefined && before === after && said !== undefined && said !== after && said !== 'other';
}

function changesGate({ record, facts }: Answered): boolean {
  return record !== undefined && facts.gated !== null && facts.gated !== (record.gated ?? false);
}

function isUnchanged(answer: Answered): boolean {
  const differs = [changesLicense, isOverruled, isRenamed, changesGate].some((check) => check(answer));
  return (
    answer.record !== undefined &&
    answer.license.said !== undefined &&
    !differs &&
    newBases(answer).length === 0
  );
}

function licenseRow({ facts, license: { before, after, wording } }: Answered): string[] {
  return [codeSpan(facts.id), keyText(before), keyText(after), codeSpan(wording)];
}

function overruledRow({ facts, license: { before, wording } }: Answered): string[] {
  return [codeSpan(facts.id), keyText(before), codeSpan(wording), linkText(facts.licenseLink)];
}

function wordingRow({ facts, license: { wording } }: Answered): string[] {
  return [codeSpan(facts.id), codeSpan(wording), linkText(facts.licenseLink)];
}

function gateRow({ facts, record }: Answered): string[] {
  const word = (gated: boolean | null | undefined): string =>
    gated === true ? 'gated' : gated === false ? 'open' : 'not known';
  return [codeSpan(facts.id), word(record?.gated), word(facts.gated)];
}

function newBases({ facts, record }: Answered): string[][] {
  const stated = [...(record?.lineage ?? [])].map(({ model }) => model);
  const known = new Set([...stated, record?.copyOf ?? ''].map((model) => model.toLowerCase()));
  return facts.bases
    .filter(({ model }) => !known.has(model.toLowerCase()))
    .map(({ model, relation }) => [codeSpan(facts.id), relation, codeSpan(model)]);
}

function newModelRow({ facts, license: { wording } }: Answered): string[] {
  return [codeSpan(facts.id), codeSpan(wording), facts.created ?? 'not known'];
}

function keyText(key: string | null): string {
  return key === null ? 'not known' : codeSpan(key);
}

function linkText(link: string | null): string {
  return link === null ? '' : codeSpan(link);
}
