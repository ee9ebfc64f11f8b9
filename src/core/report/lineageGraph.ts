import type { Model } from '../model';
import { labeled, message } from '../message';
import type { LineageRelation } from '../vocabulary';
import { LINEAGE_WORDS } from '../wording';
import { html, type Html } from './htmlText';
import { ENGLISH, headed, type Language, say } from './language';

interface Node {
  readonly id: string;
  /** Distance from the base that has none: the column it is drawn in. */
  column: number;
  row: number;
}

interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly relation: LineageRelation;
}

const ROW = 34;
const COLUMN = 330;
const BOX = { width: 260, height: 24 } as const;
const MAX_LABEL = 38;
/** A drawing of more says nothing any more; the list beneath it always has them all. */
const MAX_NODES = 60;

const LABEL = message('Lineage, from base to derivative; the list below says the same');

/** The models that come from others, as a drawing from base to derivative; `undefined` when none does or there are too many to draw. */
export function lineageGraph(models: readonly Model[], language = ENGLISH): Html | undefined {
  const { nodes, edges } = layOut(models);
  if (edges.length === 0 || nodes.length > MAX_NODES) return undefined;
  const width = (Math.max(...nodes.map(({ column }) => column)) + 1) * COLUMN - (COLUMN - BOX.width);
  const height = (Math.max(...nodes.map(({ row }) => row)) + 1) * ROW;
  return html`<svg class="lineage" role="img" aria-label="${say(LABEL, language)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${edges.map(
    (edge) => drawEdge(edge, language),
  )}${nodes.map(drawNode)}</svg>`;
}

/** `derivative: relation of base`, one line an edge. */
export function lineageLines(
  models: readonly Model[],
): readonly { readonly model: string; readonly relation: LineageRelation; readonly base: string }[] {
  return models.flatMap(({ id, lineage }) =>
    lineage.map(({ model, relation }) => ({ model: id, relation, base: model })),
  );
}

function layOut(models: readonly Model[]): {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
} {
  const nodes = new Map<string, Node>();
  const node = (id: string): Node => {
    let found = nodes.get(id);
    if (found === undefined) nodes.set(id, (found = { id, column: 0, row: 0 }));
    return found;
  };
  const edges = lineageLines(models).map(
    ({ model, relation, base }): Edge => ({ from: node(base), to: node(model), relation }),
  );
  // As many rounds as there are nodes settle any chain; a lineage that goes in a circle ends too.
  for (let round = 0, moved = true; moved && round < nodes.size; round++) {
    moved = false;
    for (const { from, to } of edges) {
      if (to.column > from.column) continue;
      to.column = from.column + 1;
      moved = true;
    }
  }
  const rows = new Map<number, number>();
  const sorted = [...nodes.values()].sort((a, b) => a.column - b.column || (a.id < b.id ? -1 : 1));
  for (const item of sorted) {
    item.row = rows.get(item.column) ?? 0;
    rows.set(item.column, item.row + 1);
  }
  return { nodes: sorted, edges };
}

function drawNode({ id, column, row }: Node): Html {
  const label = id.length > MAX_LABEL ? `${id.slice(0, MAX_LABEL - 1)}…` : id;
  return html`<g transform="translate(${column * COLUMN} ${row * ROW + 5})"><title>${id}</title><rect width="${BOX.width}" height="${BOX.height}" rx="3"/><text x="8" y="16">${label}</text></g>`;
}

function drawEdge({ from, to, relation }: Edge, language: Language): Html {
  const start = { x: from.column * COLUMN + BOX.width, y: from.row * ROW + 17 };
  const end = { x: to.column * COLUMN, y: to.row * ROW + 17 };
  const middle = (start.x + end.x) / 2;
  return html`<path d="M${start.x} ${start.y} C${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}"><title>${headed(to.id, labeled(say(LINEAGE_WORDS[relation], language), from.id), language)}</title></path>`;
}
