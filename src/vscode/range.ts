import * as vscode from 'vscode';
import type { LineIndex } from '../core/text/lineIndex';
import type { Span, TextRange } from '../core/text/range';

/** The editor counts lines and columns from 0. */
export function toRange(span: Span): vscode.Range {
  return new vscode.Range(span.line - 1, span.column - 1, span.endLine - 1, span.endColumn - 1);
}

export function rangeIn(lines: LineIndex, range: TextRange): vscode.Range {
  return toRange(lines.spanOf(range));
}
