import type { AuditEntry } from '../../core';

/** Checks of what a command is run with: anything may be passed to it, from anywhere. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 500 ? value.trim() : undefined;
}

/** A row of the results tree, or the place that it shows. */
export function asEntry(value: unknown): AuditEntry | undefined {
  if (!isObject(value)) return undefined;
  if ('entry' in value) return asEntry(value['entry']);
  const { path, folder, span, findings } = value;
  return typeof path === 'string' && typeof folder === 'number' && isObject(span) && Array.isArray(findings)
    ? (value as unknown as AuditEntry)
    : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
