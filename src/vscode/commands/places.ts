import * as vscode from 'vscode';
import { openExplanation } from '../explanations/openExplanation';
import { placeOf } from '../explanations/explanationUri';
import { localize } from '../localize';
import { openPlace as open } from '../results/openPlace';
import type { Services } from '../services';
import { asEntry, asText } from './arguments';

/** The commands of a row of the results. A row that outlived its results does nothing. */
export async function openPlace({ audits }: Services, row: unknown): Promise<void> {
  const entry = asEntry(row);
  const run = audits.last;
  if (entry !== undefined && run !== undefined) await open(run.uriOf(entry), entry.span);
}

export async function showFixes(services: Services, row: unknown): Promise<void> {
  if (asEntry(row) === undefined) return;
  await openPlace(services, row);
  await vscode.commands.executeCommand('editor.action.quickFix');
}

export async function copyPlace(_services: Services, row: unknown): Promise<void> {
  const entry = asEntry(row);
  if (entry === undefined) return;
  const findings = entry.findings.map(({ rule, message }) => `${rule}: ${localize(message)}`);
  await vscode.env.clipboard.writeText(
    [`${entry.path}:${entry.span.line}:${entry.span.column} ${entry.name}`, ...findings].join('\n'),
  );
}

/** Opens the page of what a hover has no room for; anything that names no place is left alone. */
export async function showDetails(_services: Services, name: unknown): Promise<void> {
  const place = asText(name);
  if (place !== undefined && placeOf(place) !== undefined) await openExplanation('place', place);
}
