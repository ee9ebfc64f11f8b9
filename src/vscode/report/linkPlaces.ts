import { attribute, type AuditReport, escapeHtml, html } from '../../core';

/**
 * Marks the places in a report's markup, so that the panel's script can lead to them. On its own the page has nowhere to
 * lead to, so the report itself knows of no links.
 */
export function linkPlaces(markup: string, report: AuditReport): string {
  const places = new Map(placesOf(report).map((place) => [escapeHtml(`${place.path}:${place.line}`), place]));
  return markup.replace(/<code>([^<]*)<\/code>/g, (whole, text: string) => {
    const place = places.get(text);
    return place === undefined
      ? whole
      : html`<code data-path="${attribute(place.path)}" data-line="${place.line}">${place.path}:${place.line}</code>`
          .markup;
  });
}

interface Place {
  readonly path: string;
  readonly line: number;
}

function placesOf({ references, findings, runtimeChoices, obligations }: AuditReport): Place[] {
  return [...references, ...findings, ...runtimeChoices, ...obligations.flatMap(({ where }) => where ?? [])];
}
