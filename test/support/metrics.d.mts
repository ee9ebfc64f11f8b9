/** How dense some code is. */
export interface Metrics {
  /** Functions with a body, those in other functions too. */
  readonly functions: number;
  /** Lines with code that are part of a function. */
  readonly lines: number;
  /** What opens a path of its own through a function. */
  readonly branches: number;
  /** The highest complexity of a function, as ESLint counts it: its branches and one. */
  readonly highest: number;
  /** Lines of more than 120 characters. */
  readonly long: number;
}

/** How dense a text of TypeScript is; `path` is for the parser alone. */
export declare function metricsOf(text: string, path?: string): Metrics;

/** How dense a room of the core is, a folder below `src/core`, without its tests; with its branches per line. */
export declare function metricsOfRoom(room: string): Metrics & { readonly perLine: number };
