import type { LineIndex } from '../../src/core/text/lineIndex';
import type { ModelReference } from '../../src/core/reference';

/** What was recorded of each file, by its path: one line for each reference. */
export declare function recorded(): ReadonlyMap<string, readonly string[]>;

/** What is recorded of references: one line for each, with its place and all that detection says of it but its reasons. */
export declare function toldOf(references: readonly ModelReference[], lines: LineIndex): readonly string[];

/** Files of fixtures that are recorded beside the labeled ones: the path as detection is told it, and the text. */
export declare function fixtures(): readonly { readonly path: string; readonly text: string }[];
