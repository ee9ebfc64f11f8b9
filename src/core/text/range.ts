/** A half-open span of a text in UTF-16 code units, counted from 0. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A place as people and reports name it: line and column count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A span as reports name it; the end is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function contains(range: TextRange, offset: number): boolean {
  return offset >= range.start && offset <= range.end;
}

/** Whether an offset is one of the span's own: its end is not. */
export function covers({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset < end;
}

/** Whether two spans have an offset in common. */
export function overlap(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Sorts what is found by where it begins. */
export function byStart(one: { readonly range: TextRange }, other: { readonly range: TextRange }): number {
  return one.range.start - other.range.start;
}
