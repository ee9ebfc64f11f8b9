/** A place in a line: 1-based column in UTF-16 code units, and the text that stands there. */
export interface Span {
  readonly column: number;
  readonly text: string;
}

export interface Label extends Span {
  readonly line: number;
  readonly kind: string;
  readonly registry?: string;
  readonly canonical?: string;
  readonly where: string;
  /** What the text does with the model, who runs it, in what part of the project; with answers that are as defensible. */
  readonly role?: string;
  readonly roleAlt?: readonly string[];
  readonly host?: string;
  readonly hostAlt?: readonly string[];
  readonly context?: string;
  readonly contextAlt?: readonly string[];
  /** Other ranges on the same line that name the same model just as well. */
  readonly alt?: readonly Span[];
}

export interface LabeledFile {
  /** `owner/name`, in sets made from several repositories. */
  readonly repo?: string;
  readonly path: string;
  readonly language: string;
  readonly labels: readonly Label[];
  /** Places where a reference is neither right nor wrong: placeholders, aliases, display names. */
  readonly ignore?: readonly {
    readonly line: number;
    readonly column: number;
    readonly text?: string;
    readonly length?: number;
  }[];
}

export interface ReportedReference {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly text: string;
  readonly registry?: string;
  readonly role?: string;
  readonly host?: string | null;
  readonly context?: string;
}

/** How many of the labels that carry a field and were found have it right. */
export interface UseGrade {
  readonly right: number;
  readonly all: number;
  /** By `registry openai`, `language python`. */
  readonly groups: Record<string, { readonly right: number; readonly all: number }>;
}

export interface Grade {
  readonly total: { labels: number; hits: number; wrong: number; sameRegistry: number; named: number };
  /** Group, then value, then `[hits, labels, false]`. */
  readonly groups: Record<string, Record<string, [number, number, number]>>;
  readonly fileRecall: number[];
  readonly filePrecision: number[];
  readonly missed: string[];
  readonly falsePositives: string[];
  readonly uses: Readonly<Record<'role' | 'host' | 'context', UseGrade>>;
  readonly wrongUses: string[];
  readonly recall: number;
  readonly precision: number;
  readonly meanRecall: number;
  readonly meanPrecision: number;
}

export declare const GROUPS: readonly string[];
export declare const USES: readonly ('role' | 'host' | 'context')[];
export declare const USE_GROUPS: readonly string[];
export declare function pathOf(file: LabeledFile): string;
export declare function grade(files: readonly LabeledFile[], references: readonly ReportedReference[]): Grade;
