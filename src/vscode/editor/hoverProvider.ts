import * as vscode from 'vscode';
import { hoverCard, type HoverCommand, referenceAt } from '../../core';
import { isAnalyzed, type Analyses } from '../analyses';
import { commandName, type CommandId } from '../commands/commandIds';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import { placeName } from '../explanations/explanationUri';
import { translate } from '../localize';
import type { HubLookups } from '../lookup/hubLookups';
import { rangeIn } from '../range';
import { regionName } from '../regions';
import { READABLE_DOCUMENTS } from '../schemes';
import { readSettings } from '../settings';
import { hoverSubject } from './hoverSubject';

/** What a card's links may run. Each of these commands checks its arguments, and none changes anything. */
const COMMANDS: Readonly<Partial<Record<HoverCommand, CommandId>>> = {
  showDetails: 'showDetails',
  showLicense: 'openLicense',
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
    const subject = await hoverSubject(reference, result, this.parts.engineHost);
    const { hub } = this.parts;
    // The answer comes in time for the next hover.
    hub.lookUpSoon(reference, subject.model, result.project.folder);
    const lookUp = hub.noteOf(reference, subject.model);
    const card = hoverCard(
      { ...subject, ...(lookUp && { lookUp }) },
      {
        translate,
        countryName: regionName,
        commandLink: (command, args) => {
          // Nothing is offered that would only be refused.
          if (command === 'lookUpOnHub' && 'refused' in hub.destination) return undefined;
          return command === 'showDetails'
            ? commandLink(command, [placeName(document.uri, reference.range.start)])
            : commandLink(command, args);
        },
      },
    );
    return new vscode.Hover(asMarkdown(card), rangeIn(result.analysis.lines, reference.range));
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
