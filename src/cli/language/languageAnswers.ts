import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  Position,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type Engine,
  countryLabels,
  detectionContext,
  ENGLISH,
  perObject,
  type FileEdit,
  type Finding,
  findingsAbout,
  type FixContext,
  type FixAnswers,
  type FixFile,
  type FixInput,
  fixMenu,
  hoverCard,
  idsBeginningWith,
  judgeName,
  type KnownName,
  type NamePlace,
  type Language,
  licenseText,
  LineIndex,
  NOTICE_FILE_NAME,
  type OfferedFix,
  originText,
  POLICY_FILE_NAME,
  type Message,
  message,
  type ProjectContext,
  README_FILE_NAME,
  referenceAt,
  rulePageUrl,
  say,
  type Severity,
  isOfEnd,
  messageOf,
  type TextRange,
  usualExpiry,
} from '../../core';
import type { LanguageAnswers, OpenDocument } from '../../lsp/serve';
import { addressOf, Documents, type JudgedDocument } from './documents';

const SOURCE = 'Model License';
/** The protocol's numbers. */
const SEVERITIES: Readonly<Record<Severity, 1 | 2 | 3 | 4>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};
const DEPRECATED = 1;
/** More problems than anyone fixes one by one; the audit lists them all. */
const MAX_PROBLEMS = 200;
const MAX_NAMES = 50;
/** Shorter beginnings fit too many names to be of use. */
const MIN_TYPED = 3;

/**
 * Answers about open documents: the engine's findings, cards and fixes in the words of the Language Server Protocol.
 * @param folder absolute: where documents belong that lie in no folder of the client
 * @param openPage the command that shows a page, with its address as argument
 * @param languageNamed the language for a locale, as `ja`
 */
export function languageAnswers(
  engine: Engine,
  folder: string,
  { openPage, languageNamed }: { openPage: string; languageNamed: (locale: string) => Language },
): LanguageAnswers {
  const documents = new Documents(engine, folder);
  let language = ENGLISH;
  return {
    speak: (locale) => {
      language = languageNamed(locale);
    },
    openFolders: (uris) => documents.openFolders(uris),
    forget: () => documents.forget(),
    close: (uri) => documents.close(uri),
    diagnostics: async (document) => diagnosticsOf(await documents.of(document), language),
    hover: async (document, position) =>
      hoverOf(engine, await documents.of(document), offset(document, position), language),
    codeActions: async (document, range) => {
      const judged = await documents.of(document);
      return judged === undefined
        ? []
        : codeActionsOf(engine, { document, judged, range, openPage, language });
    },
    completion: async (document, position) => {
      const judged = await documents.of(document);
      const none = { isIncomplete: false, items: [] };
      return judged === undefined ? none : completionOf(engine, judged, offset(document, position), language);
    },
  };
}

function offset(document: OpenDocument, position: Position): number {
  return document.offsetAt(position);
}

function rangeOf(lines: LineIndex, range: TextRange): Range {
  const { line, column, endLine, endColumn } = lines.spanOf(range);
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}

function diagnosticsOf(judged: JudgedDocument | undefined, language: Language): Diagnostic[] {
  if (judged === undefined) return [];
  const broken = brokenPolicy(judged, language);
  if (broken !== undefined)
    return [
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        severity: SEVERITIES.error,
        source: SOURCE,
        code: 'policy/invalid',
        message: broken,
      },
    ];
  return judged.findings
    .slice(0, MAX_PROBLEMS)
    .map((finding) => diagnosticOf(finding, judged.lines, language));
}

/** Why nothing is judged; `undefined` where everything is. */
function brokenPolicy(
  { broken, project: { policyPath = POLICY_FILE_NAME } }: JudgedDocument,
  language: Language,
): string | undefined {
  if (broken.length === 0) return undefined;
  const reasons = broken.map((one) => say(one, language)).join('; ');
  return say(
    message('The policy {0} cannot be used, so nothing is judged: {1}', policyPath, reasons),
    language,
  );
}

function diagnosticOf(finding: Finding, lines: LineIndex, language: Language): Diagnostic {
  return {
    range: rangeOf(lines, finding.range),
    severity: SEVERITIES[finding.severity],
    source: SOURCE,
    code: finding.rule,
    codeDescription: { href: rulePageUrl(finding.rule) },
    message: say(messageOf(finding), language),
    ...(isOfEnd(finding) && { tags: [2 as const] }),
  };
}

function hoverOf(
  engine: Engine,
  judged: JudgedDocument | undefined,
  at: number,
  language: Language,
): Hover | null {
  if (judged?.analysis === undefined) return null;
  const { analysis, project } = judged;
  const reference = referenceAt(analysis, at);
  if (reference === undefined) return null;
  const card = hoverCard(
    {
      reference,
      model: analysis.modelOf(reference),
      findings: findingsAbout(judged.findings, reference),
      context: { ...engine.evaluation(project.context), path: analysis.path },
      ...(reference.definedAt && {
        definedOnLine: analysis.lines.positionAt(reference.definedAt.start).line,
      }),
    },
    {
      translate: language.translate,
      countryName: labelsIn(language),
      commandLink: () => undefined,
      leavesDuties: true,
    },
  );
  return {
    contents: { kind: 'markdown', value: withSigns(card) },
    range: rangeOf(analysis.lines, reference.range),
  };
}

/** What the editor's icons say, in characters that every client has. */
const SIGNS: Readonly<Record<string, string>> = {
  error: '✗',
  warning: '⚠',
  info: 'ℹ',
  pass: '✓',
  question: '?',
};

/** Icons are drawn by one editor only; text of others has its `$` escaped. */
function withSigns(card: string): string {
  return card.replace(/(?<!\\)\$\(([a-z~-]+)\) ?/g, (_, icon: string) =>
    SIGNS[icon] === undefined ? '' : `${SIGNS[icon]} `,
  );
}

/** Names of countries are loaded for a language once, not at every hover. */
const labelsIn = perObject(({ tag }: Language) => countryLabels([tag]));

interface Asked {
  readonly document: OpenDocument;
  readonly judged: JudgedDocument;
  readonly range: Range;
  readonly openPage: string;
  readonly language: Language;
}

/** The ways to settle findings. The protocol has no question to ask for a reason: that is left to be written where it belongs. */
async function codeActionsOf(
  engine: Engine,
  { document, judged, range, openPage, language }: Asked,
): Promise<CodeAction[]> {
  const from = document.offsetAt(range.start);
  const to = document.offsetAt(range.end);
  const findings = judged.findings.filter(({ range: { start, end } }) => start <= to && from <= end);
  if (findings.length === 0) return [];
  const { context, textOf } = await fixScope(engine, judged);
  return fixMenu(findings, context, language.translate).flatMap((offered): CodeAction[] => {
    const done = whatItDoes(offered, { judged, textOf, openPage, today: context.evaluation.today });
    return done === undefined
      ? []
      : [
          {
            title: asksForReason(offered) ? say(THEN_A_REASON(offered.title), language) : offered.title,
            kind: 'quickfix',
            diagnostics: offered.findings.map((finding) => diagnosticOf(finding, judged.lines, language)),
            isPreferred: offered.fix.preferred,
            ...done,
          },
        ];
  });
}

interface Doing {
  readonly judged: JudgedDocument;
  readonly textOf: (path: string) => string | undefined;
  readonly openPage: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

const THEN_A_REASON = (title: string): Message =>
  message('{0} (then write the reason)', title.replace(/…$/, ''));

function asksForReason({ fix: { action } }: OfferedFix): boolean {
  return action.kind === 'edit' && action.needs.includes('reason');
}

/** What can be answered for a person; `undefined` where a question is left that is about a fact. */
function answersTo(needs: readonly FixInput[], today: string): FixAnswers | undefined {
  if (needs.includes('license')) return undefined;
  return needs.includes('expires') ? { expires: usualExpiry(today) } : {};
}

function whatItDoes(
  { fix: { action }, title }: OfferedFix,
  { judged, textOf, openPage, today }: Doing,
): Pick<CodeAction, 'edit' | 'command'> | undefined {
  if (action.kind === 'open') return { command: { title, command: openPage, arguments: [action.url] } };
  const answers = action.kind === 'edit' ? answersTo(action.needs, today) : undefined;
  if (action.kind !== 'edit' || answers === undefined) return undefined;
  const edits = action.edits(answers);
  return edits.length === 0 ? undefined : { edit: workspaceEdit(edits, judged, textOf) };
}

function workspaceEdit(
  edits: readonly FileEdit[],
  { project }: JudgedDocument,
  textOf: (path: string) => string | undefined,
): WorkspaceEdit {
  return {
    documentChanges: edits.flatMap(
      ({ path, range, newText, create }): NonNullable<WorkspaceEdit['documentChanges']> => {
        const uri = addressOf(project, path);
        const at = create ? { start: 0, end: 0 } : range;
        const change = {
          textDocument: { uri, version: null },
          edits: [{ range: rangeOf(new LineIndex(create ? '' : (textOf(path) ?? '')), at), newText }],
        };
        return create ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change];
      },
    ),
  };
}

async function fixScope(
  engine: Engine,
  { path, text, project }: JudgedDocument,
): Promise<{ readonly context: FixContext; readonly textOf: (path: string) => string | undefined }> {
  const file = async (name: string): Promise<FixFile> => {
    const content =
      name === path ? text : await readFile(join(project.root, name), 'utf8').catch(() => undefined);
    return { path: name, text: () => content };
  };
  const [policy, notice, readme] = await Promise.all([
    file(project.policyPath ?? POLICY_FILE_NAME),
    file(NOTICE_FILE_NAME),
    file(README_FILE_NAME),
  ]);
  const own: FixFile = { path, text: () => text };
  return {
    context: {
      document: own,
      evaluation: { ...engine.evaluation(project.context), path },
      policy,
      notice,
      ...(readme.text() !== undefined && { readme }),
    },
    textOf: (name) => [own, policy, notice, readme].find((one) => one.path === name)?.text(),
  };
}

/** What can stand before a name that is being written: a quote, or the mark between a key and its value. */
const VALUE_START = /["'`=:\s]/;
const NAME_CHARACTER = /[\w./:@-]/;

function completionOf(
  engine: Engine,
  judged: JudgedDocument,
  at: number,
  language: Language,
): CompletionList {
  const { text, lines, project } = judged;
  let start = at;
  while (start > 0 && NAME_CHARACTER.test(text.charAt(start - 1))) start--;
  const typed = text.slice(start, at);
  if (typed.length < MIN_TYPED || !VALUE_START.test(text.charAt(start - 1)) || project.broken.length > 0)
    return { isIncomplete: true, items: [] };
  const found = idsBeginningWith(engine.catalog, typed, MAX_NAMES);
  const place = placeOf(engine, judged, { start, end: at }, found);
  const names = place === undefined ? found : idsBeginningWith(engine.catalog, typed, MAX_NAMES, place);
  const range = rangeOf(lines, { start, end: at });
  return {
    isIncomplete: true,
    items: names.map((name, index) =>
      completionItem(engine, { name, index, range, language }, project.context),
    ),
  };
}

/** A text is searched again for each name that is tried in the place of what was typed. */
const MAX_TRIED = 3;

/** Who is asked for what is typed, as the text around it tells with it, or with a name that it may become. */
function placeOf(
  engine: Engine,
  { path, text, analysis, project: { context } }: JudgedDocument,
  { start, end }: TextRange,
  names: readonly KnownName[],
): NamePlace | undefined {
  const isHere = ({ range }: { readonly range: TextRange }): boolean => range.start === start;
  const registries = [...new Set(names.map(({ registry }) => registry))].slice(0, MAX_TRIED);
  let place = analysis?.references.find(isHere);
  for (const registry of place === undefined ? registries : []) {
    const name = names.find((one) => one.registry === registry);
    if (name === undefined) continue;
    const source = { path, text: text.slice(0, start) + name.spelling + text.slice(end) };
    place = engine.detect(source, detectionContext(context)).references.find(isHere);
    if (place !== undefined) break;
  }
  return place && { ...place, today: engine.evaluation(context).today };
}

function completionItem(
  engine: Engine,
  {
    name: { spelling, registry },
    index,
    range,
    language,
  }: {
    readonly name: KnownName;
    readonly index: number;
    readonly range: Range;
    readonly language: Language;
  },
  project: ProjectContext,
): CompletionItem {
  const { model, findings } = judgeName(
    engine,
    registry === 'huggingface' ? spelling : `${registry}:${spelling}`,
    project,
  );
  const worst =
    findings.find(({ severity }) => severity === 'error') ??
    findings.find(({ severity }) => severity === 'warning');
  const denied = worst?.severity === 'error';
  return {
    label: spelling,
    kind: 12,
    detail: [licenseText(model, language.translate), originText(model, language.translate)].join(' · '),
    // What the policy refuses comes last and is struck out.
    sortText: `${denied ? 1 : 0}${String(index).padStart(3, '0')}`,
    filterText: spelling,
    textEdit: { range, newText: spelling },
    ...(denied && { tags: [DEPRECATED] }),
    ...(worst !== undefined && { documentation: `${say(worst.message, language)} (${worst.rule})` }),
  };
}
