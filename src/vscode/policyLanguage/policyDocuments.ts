import type * as vscode from 'vscode';
import { POLICY_FILE_NAME } from '../../core';

/** Policy files, whatever language the editor takes them for: without an extension for YAML it may be plain text. */
export const POLICY_DOCUMENTS: vscode.DocumentSelector = { pattern: `**/${POLICY_FILE_NAME}` };
