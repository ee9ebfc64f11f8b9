import type { Catalog } from '../catalog/records';
import { isWrittenName } from '../catalog/writtenName';
import type { DecodedText } from '../documents/decodedText';
import { isFileName } from '../documents/embedded';
import { documentLanguage } from '../documents/documentLanguage';
import { otherReadings } from '../documents/brokenCharacters';
import { canonical } from '../documents/fileTypes';
import { joinedCells, notebookCells, type NotebookCell } from '../documents/notebook';
import { plainSpelling } from '../documents/plainSpelling';
import { message } from '../message';
import type { Detection, ModelReference } from '../reference';
import { textBefore } from '../text/pieces';
import { byStart } from '../text/range';
import { isInOne } from '../text/sorted';
import type { Additions } from './additions';
import { inAnyReading } from './anyReading';
import { notTold } from './calledHosts';
import { Collector } from './collector';
import { contextsOf, isDescribedAt, type Contexts } from './context/context';
import { withoutFilesBesideAddress, withoutFilesBesideRepository } from './fileBesideAddress';
import { withFilledNames } from './filledNames';
import { withoutFilesOfRepositories } from './filesOfRepository';
import { withFixedCommits } from './fixedCommits';
import { operandOfLines, readList } from './listFiles';
import { readLanguage } from './readers/read';
import { contextsOfVersion } from './schemaVersions';
import { lineBefore } from './surroundings';
import { unrolled } from './unrolled';
import { isExpectation } from './uses/listed';

export interface DetectOptions {
  /** Path with `/`; its name and extension choose the file type. */
  readonly path: string;
  /** VS Code language id; decides where the path does not. */
  readonly languageId?: string;
  readonly catalog: Catalog;
  /** What the project says of its own calls, settings and prefixes. */
  readonly additions?: Additions;
  /** Values of configuration keys found in other files of the workspace, for code that reads them by name. */
  readonly configValues?: ReadonlyMap<string, string>;
}

/**
 * Finds every model reference in a text, in one pass for each way to read it and in linear time. Never throws. In a
 * notebook's file the ranges are those of the file; in a cell, which the editor passes as a text of its own, those of
 * the cell.
 */
export function detectReferences(text: string, options: DetectOptions): Detection {
  const found = detectAsRead(text, options);
  const others = otherReadings(text);
  return others.length === 0
    ? found
    : inAnyReading(text, [found, ...others.map((other) => detectAsRead(other, options))]);
}

function detectAsRead(text: string, options: DetectOptions): Detection {
  const language = documentLanguage(text, options.path, options.languageId);
  const found =
    language === 'jupyter'
      ? detectInNotebook(text, options)
      : detectIn(text, language, { options, depth: 0 });
  const references = withoutFilesBesideAddress(withFixedCommits(found.references, text), text, options.path);
  return {
    ...found,
    addresses: notTold(found.addresses ?? [], references, { text, path: options.path }),
    references: withoutFilesOfRepositories(
      withoutFilesBesideRepository(references, text),
      text,
      options.catalog,
    ),
  };
}

interface Nesting {
  readonly options: DetectOptions;
  /** How many documents the text is embedded in. */
  readonly depth: number;
  /** Those of the file, where the text is a document in it. */
  readonly contexts?: Contexts;
  /** What the document around it sets variables of the environment to. */
  readonly environment?: ReadonlyMap<string, string>;
  /** Names that are put together are written out. */
  readonly isFilled?: boolean;
  /** Elements of lists are written in the places of the names that stand for them. */
  readonly isUnrolled?: boolean;
  /** Only what stands at these places, which are in order, is asked for. */
  readonly only?: readonly number[] | undefined;
}

/** The references of a document: what it names itself, and what the documents that are embedded in it name. */
function detectIn(text: string, language: string, nesting: Nesting): Detection {
  const found = detectAsWritten(text, language, nesting);
  if (nesting.isFilled === true) return found;
  const { path, catalog, configValues = new Map<string, string>() } = nesting.options;
  return withFilledNames(found, {
    text,
    path,
    language,
    configValues,
    read: (written) => detectAsWritten(written, language, { ...nesting, isFilled: true }),
    isKnown: (name) => isWrittenName(catalog.resolve(name)),
  });
}

function detectAsWritten(text: string, language: string, nesting: Nesting): Detection {
  const plain = plainSpelling(text, language);
  if (plain !== undefined) return moved(read(plain.text, language, nesting), plain, text);
  return read(text, language, nesting);
}

/** The same, with the elements of lists that are used by other names. */
function read(text: string, language: string, nesting: Nesting): Detection {
  const found = readAsWritten(text, language, nesting);
  if (nesting.isUnrolled === true || DATA.has(language)) return found;
  const again = { ...nesting, isUnrolled: true };
  const told = unrolled(found, {
    text,
    isShell: SHELLS.has(language),
    read: (written, only) => readAsWritten(written, language, { ...again, only }).references,
    modelOf: (id, registry) => nesting.options.catalog.resolve(id, registry)?.record.id ?? null,
  });
  return { ...found, ...told };
}

function readAsWritten(
  text: string,
  language: string,
  { options, depth, contexts, environment, isUnrolled, only }: Nesting,
): Detection {
  const { catalog, configValues, path, additions } = options;
  const operand =
    depth === 0 && language === 'plaintext' ? operandOfLines(configValues, path, text) : undefined;
  const collector = new Collector(text, catalog, {
    configValues,
    path,
    // A list that a script reads belongs to what the script is part of.
    contexts:
      operand === undefined
        ? (contexts ?? contextsOfVersion(configValues, path))
        : contextsOf(`${path}.sh`, ''),
    depth,
    environment,
    additions,
    only,
  });
  if (operand === undefined) readLanguage(collector, language, { start: 0, end: text.length });
  else readList(collector, operand);
  const own = collector.result();
  if (collector.embedded.length === 0) return own;
  const parts = collector.embedded.map(({ language: partLanguage, document, name }) => {
    const { start } = document.sourceRange({ start: 0, end: 1 });
    const outer = contextsAt(collector.contexts, start);
    // A file in the product's settings is what it would be by itself: a page for people is one there, too.
    const isFile = isFileName(name) && outer.at(0).context === 'product';
    const inner: Nesting = {
      options,
      depth: depth + 1,
      contexts: isFile ? contextsOf(name, document.text) : outer,
      environment: collector.environmentAt(start),
      isFilled: true,
      ...(isUnrolled && { isUnrolled }),
    };
    const found = moved(detectIn(document.text, partLanguage, inner), document, text);
    if (found.references.length === 0 || collector.contexts.at(start).context !== 'test') return found;
    return isExpectation(lineOfQuote(text, start)) ? expected(found) : found;
  });
  const inside = collector.embedded
    .map(({ document }) => document.sourceRange({ start: 0, end: document.text.length }))
    .sort((a, b) => a.start - b.start);
  // An embedded document speaks for itself.
  const references = own.references.filter(({ range }) => !isInOne(inside, range.start));
  return { ...own, ...merged([{ ...own, references }, ...parts]) };
}

/** Languages without loops. */
const DATA = new Set(
  (
    'json jsonc jsonl yaml toml ini dotenv properties csv xml markdown mdx quarto restructuredtext plaintext http ' +
    'pip-requirements modelfile'
  ).split(' '),
);

/** Those in which a word needs no quotes. */
const SHELLS = new Set(['shellscript', 'makefile', 'dockerfile']);

/** The context of the place where a document in a text begins, for all of it. */
function contextsAt(contexts: Contexts, start: number): Contexts {
  return {
    at: () => contexts.at(start),
    get isDescription() {
      return isDescribedAt(contexts, start);
    },
  };
}

/** What stands on the line of the quote that a document of a string begins behind, perhaps on the next line. */
function lineOfQuote(text: string, start: number): string {
  const before = textBefore(text, start, LONGEST_MARGIN);
  return lineBefore(text, start - (before.length - before.trimEnd().length));
}

/** Blanks and line ends between a quote and the document in it. */
const LONGEST_MARGIN = 100;

/** What a test compares with is not asked for. */
function expected(found: Detection): Detection {
  const references = found.references.map((reference) =>
    reference.role === 'calls' || reference.role === 'loads'
      ? { ...reference, role: 'lists' as const, why: [message('it is a value that a test expects')] }
      : reference,
  );
  return { ...found, references };
}

/** The cells of a language are read as one text, so that a constant of one cell is known in the next. */
function detectInNotebook(text: string, options: DetectOptions): Detection {
  const { cells, outputs } = notebookCells(text);
  const parts: Detection[] = [printed(text, outputs, options)];
  for (const language of new Set(cells.map(cellLanguage))) {
    const joined = joinedCells(
      text,
      cells.filter((cell) => cellLanguage(cell) === language),
    );
    parts.push(
      moved(
        detectIn(joined.text, language, { options, depth: 1, contexts: contextsOf(options.path, text) }),
        joined,
        text,
      ),
    );
  }
  return merged(parts);
}

/** What a notebook printed only mentions models; the files that were downloaded for it are told by its code. */
function printed(text: string, outputs: readonly NotebookCell[], options: DetectOptions): Detection {
  const joined = joinedCells(text, outputs);
  const contexts = contextsOf(options.path, text);
  const { references } = detectIn(joined.text, 'plaintext', { options, depth: 1, contexts });
  return moved(
    {
      references: references.filter(({ role, registry }) => role === 'mentions' && registry !== 'local'),
      uses: [],
      runtimeChoices: [],
    },
    joined,
    text,
  );
}

/** A cell's first line may say that it is of another language. */
function cellLanguage({ language, source }: NotebookCell): string {
  const magic = /^%%(bash|sh|script bash|html|javascript|js|sql)\b/.exec(source)?.[1];
  return magic === undefined ? canonical(language) : canonical(magic === 'script bash' ? 'bash' : magic);
}

/**
 * What all parts of a file name and ask for, in order; not what they make for other files. These get by its name what a
 * file makes itself, and neither what a document that is a text in it makes, nor what the cells of a notebook do.
 */
function merged(parts: readonly Detection[]): Omit<Detection, 'clients' | 'ownClasses'> {
  return {
    references: parts.flatMap(({ references }) => references).sort(byStart),
    folders: parts.flatMap(({ folders = [] }) => folders).sort(byStart),
    addresses: parts.flatMap(({ addresses = [] }) => addresses).sort(byStart),
    uses: parts.flatMap(({ uses }) => uses).sort(byStart),
    runtimeChoices: parts.flatMap(({ runtimeChoices }) => runtimeChoices).sort(byStart),
  };
}

/** What was found in a decoded text, at the places of its source. */
function moved(detection: Detection, decoded: DecodedText, source: string): Detection {
  const reference = (found: ModelReference): ModelReference => {
    const range = decoded.sourceRange(found.range);
    return {
      ...found,
      range,
      text: source.slice(range.start, range.end),
      ...(found.definedAt && { definedAt: decoded.sourceRange(found.definedAt) }),
    };
  };
  return {
    ...detection,
    references: detection.references.map(reference),
    folders: (detection.folders ?? []).map(reference),
    addresses: (detection.addresses ?? []).map(reference),
    uses: detection.uses.map(reference),
    runtimeChoices: detection.runtimeChoices.map((choice) => ({
      ...choice,
      range: decoded.sourceRange(choice.range),
    })),
  };
}
