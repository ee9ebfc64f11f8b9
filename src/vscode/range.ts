import * as vscode from 'vscode';
import type { LineIndex, Span, TextRange } from '../core';

/** The editor counts lines and columns from 0. */
export function toRange(span: Span): vscode.Range {
  return new vscode.Range(span.line - 1, span.column - 1, span.endLine - 1, span.endColumn - 1);
}

export function rangeIn(lines: LineIndex, range: TextRange): vscode.Range {
  return toRange(lines.spanOf(range));
}
