import * as vscode from 'vscode';
import { explanationUri, type Subject } from './explanationUri';

/** Opens a page as people read it. Where the editor has no Markdown preview, its text is shown. */
export async function openExplanation(subject: Subject, name: string): Promise<void> {
  const uri = explanationUri(subject, name);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await vscode.window.showTextDocument(uri, { preview: true });
  }
}
