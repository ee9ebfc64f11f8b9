import * as vscode from 'vscode';
import {
  findingsAbout,
  hoverCard,
  type HoverCommand,
  type HoverSubject,
  type ModelReference,
  referenceAt,
} from '../../core';
import { isAnalyzed, type Analyses, type DocumentAnalysis } from '../analyses';
import { commandName, type CommandId } from '../commands/commandIds';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import { translate } from '../localize';
import type { HubLookups } from '../lookup/hubLookups';
import { rangeIn } from '../range';
import { regionName } from '../regions';
import { READABLE_DOCUMENTS } from '../schemes';
import { readSettings } from '../settings';

/** What a card's links may run. Each of these commands checks its arguments, and none changes anything. */
const COMMANDS: Readonly<Partial<Record<HoverCommand, CommandId>>> = {
  showModel: 'lookUpModel',
  showLicense: 'openLicense',
  showRule: 'explainRule',
  lookUpOnHub: 'lookUpOnHub',
};
const ENABLED_COMMANDS = Object.values(COMMANDS).map(commandName);

export interface HoverParts {
  readonly engineHost: EngineHost;
  readonly analyses: Analyses;
  readonly hub: HubLookups;
}

/** The card about the model whose name is pointed at. It answers from the catalog and never waits for a network. */
export class HoverProvider extends Owner implements vscode.HoverProvider {
  constructor(private readonly parts: HoverParts) {
    super();
    this.own(vscode.languages.registerHoverProvider(READABLE_DOCUMENTS, this));
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    if (!readSettings(document).hover) return undefined;
    const result = await this.parts.analyses.of(document);
    if (!isAnalyzed(result)) return undefined;
    const reference = referenceAt(result.analysis, document.offsetAt(position));
    if (reference === undefined) return undefined;
    const subject = await this.subject(reference, result);
    const { hub } = this.parts;
    // The answer comes in time for the next hover.
    hub.lookUpSoon(reference, subject.model, result.project.folder);
    const lookUp = hub.noteOf(reference, subject.model);
    const card = hoverCard(
      { ...subject, ...(lookUp && { lookUp }) },
      {
        translate,
        countryName: regionName,
        commandLink: 'refused' in hub.destination ? withoutLookUp : commandLink,
      },
    );
    return new vscode.Hover(asMarkdown(card), rangeIn(result.analysis.lines, reference.range));
  }

  private async subject(reference: ModelReference, result: DocumentAnalysis): Promise<HoverSubject> {
    const { analysis, project } = result;
    const engine = await this.parts.engineHost.engine();
    return {
      reference,
      model: analysis.modelOf(reference),
      findings: findingsAbout(result.findings, reference),
      context: engine.evaluation(project.context),
      ...(project.policy && { policyTexts: project.policy.sources }),
      ...(reference.definedAt && {
        definedOnLine: analysis.lines.positionAt(reference.definedAt.start).line,
      }),
    };
  }
}

function asMarkdown(card: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(card, true);
  markdown.isTrusted = { enabledCommands: ENABLED_COMMANDS };
  return markdown;
}

function commandLink(command: HoverCommand, args: readonly string[]): string | undefined {
  const id = COMMANDS[command];
  return id && `command:${commandName(id)}?${encodeURIComponent(JSON.stringify(args))}`;
}

/** Nothing is offered that would only be refused. */
function withoutLookUp(command: HoverCommand, args: readonly string[]): string | undefined {
  return command === 'lookUpOnHub' ? undefined : commandLink(command, args);
}
