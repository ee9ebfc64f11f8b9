export interface Labeled {
  readonly key: string;
  readonly labels: readonly {
    readonly line: number;
    readonly endLine?: number;
    readonly text: string;
    readonly canonical?: string | null;
    readonly alt?: readonly { readonly text: string }[];
  }[];
  readonly ignore?: readonly { readonly line: number; readonly endLine?: number }[];
}

/** What a tool says of a place; of the whole file without `line`, of the whole line without `name`. */
export interface Report {
  readonly path: string;
  readonly line?: number;
  readonly name?: string;
  readonly role?: string;
  readonly license?: string;
  readonly base?: string;
  readonly ended?: boolean;
}

export type Sum = Readonly<
  Record<
    | 'labels'
    | 'found'
    | 'false'
    | 'names'
    | 'namesFound'
    | 'roles'
    | 'licenses'
    | 'bases'
    | 'ended'
    | 'endsFound'
    | 'goOn'
    | 'endsFalse',
    number
  >
>;

export function score(
  files: readonly Labeled[],
  reports: readonly Report[],
  ends: ReadonlyMap<string, boolean | undefined>,
): Sum;
export function percent(part: number, whole: number): string;
