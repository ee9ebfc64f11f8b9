import { message, type Message } from '../message';
import { errorText } from '../errorText';
import {
  CATALOG_FORMAT,
  type Column,
  decodeCatalog,
  DENSE,
  SECTIONS,
  SPARSE,
  type Sections,
  type Sparse,
} from './compiled';
import { numberAt } from './digits';
import { type CompiledIds, OwnedIds } from './ownedIds';
import type { NameSlots } from './recordNames';
import type { Catalog } from './records';
import {
  type Check,
  fields,
  isDay,
  isNumber,
  isRecord,
  isText,
  MODEL_SHAPES,
  orNull,
  SECTION_SHAPES,
} from './shape';
import { readSlots, type Slots } from './slots';

export type WholeCatalog = { readonly catalog: Catalog } | { readonly refused: Message };

const isHead = fields({
  version: isNumber,
  date: isDay,
  dates: fields({ models: isText, services: isText, licenses: isText }),
});

/**
 * Reads all of a compiled catalog that came from elsewhere. One that is in force is read in parts when they are asked for, so what is
 * not whole has to be found before.
 * @returns why it cannot be used, where it cannot
 */
export function readWholeCatalog(text: string): WholeCatalog {
  const lines = text.split('\n');
  const head = parsed(lines[0]);
  const format = isRecord(head) ? head['version'] : undefined;
  if (typeof format !== 'number') return { refused: message('it is not a compiled catalog') };
  if (format > CATALOG_FORMAT)
    return {
      refused: message(
        'it has format {0} and this version of Model License Lens reads format {1}; update Model License Lens first',
        format,
        CATALOG_FORMAT,
      ),
    };
  if (format < CATALOG_FORMAT)
    return {
      refused: message(
        'it has format {0}, and this version of Model License Lens reads format {1}',
        format,
        CATALOG_FORMAT,
      ),
    };
  const damaged = damagedSection(lines);
  if (damaged !== undefined) return { refused: message('its part "{0}" is damaged', damaged) };
  return readDecoded(text);
}

function parsed(line = ''): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The first section that is missing, no JSON, or not of its shape. */
function damagedSection(lines: readonly string[]): keyof Sections | undefined {
  // The text ends with a line break.
  if (lines.length !== SECTIONS.length + 1) return SECTIONS[Math.min(lines.length, SECTIONS.length) - 1];
  const sections = Object.fromEntries(SECTIONS.map((section, at) => [section, parsed(lines[at])]));
  const ids = sections['ids'];
  const models = isIds(ids) ? ids.size : 0;
  const checks: Readonly<Record<keyof Sections, Check>> = {
    head: isHead,
    ids: isIds,
    ...byField(DENSE, (shape) => isColumn(shape, models)),
    ...byField(SPARSE, (shape) => isSparse(orNull(shape), models)),
    ...SECTION_SHAPES,
    indexes: fields({
      owners: isSlots,
      aliases: isSlots,
      names: isSlots,
      copies: isSlots,
      shapes: isSlots,
      licenses: isNameSlots,
      organizations: isNameSlots,
      namespaces: isNameSlots,
    }),
  };
  return SECTIONS.find((section) => !checks[section](sections[section]));
}

function byField<F extends keyof typeof MODEL_SHAPES>(
  names: readonly F[],
  checkOf: (shape: Check) => Check,
): Record<F, Check> {
  return Object.fromEntries(names.map((name) => [name, checkOf(MODEL_SHAPES[name])])) as Record<F, Check>;
}

const DIGITS = /^[0-9a-z]*$/;
/** No number that is written in a column has more. */
const MOST_DIGITS = 6;

function isColumn(shape: Check, models: number): Check {
  return (value) => {
    if (!isRecord(value)) return false;
    const { table, digits, rows } = value as Partial<Column>;
    return (
      Array.isArray(table) &&
      table.every(shape) &&
      isDigits(digits, rows) &&
      rows?.length === models * (digits ?? 0) &&
      numbersIn(rows, digits ?? 0).every((number) => number <= table.length)
    );
  };
}

function isDigits(digits: unknown, rows: unknown): boolean {
  return (
    Number.isInteger(digits) &&
    (digits as number) >= 1 &&
    (digits as number) <= MOST_DIGITS &&
    typeof rows === 'string' &&
    DIGITS.test(rows)
  );
}

function numbersIn(rows: string, digits: number): readonly number[] {
  return Array.from({ length: Math.floor(rows.length / digits) }, (_, at) =>
    numberAt(rows, at * digits, digits),
  );
}

function isSparse(shape: Check, models: number): Check {
  return (value) => {
    if (!isRecord(value)) return false;
    const { digits, rows, values } = value as Partial<Sparse>;
    if (!isDigits(digits, rows) || !Array.isArray(values) || !values.every(shape)) return false;
    const found = numbersIn(rows ?? '', digits ?? 1);
    return (
      rows?.length === values.length * (digits ?? 0) &&
      found.every((row, at) => row < models && row > (found[at - 1] ?? -1))
    );
  };
}

function isIds(value: unknown): value is CompiledIds {
  if (!isRecord(value)) return false;
  const { text, digits, starts, size } = value as Partial<CompiledIds>;
  return (
    typeof text === 'string' &&
    text !== '' &&
    isDigits(digits, starts) &&
    typeof size === 'number' &&
    new OwnedIds(value as unknown as CompiledIds).isWhole()
  );
}

/** A look-up ends at an empty slot, so there has to be one. */
function isSlots(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { size = 0, used, digits, rows } = value as Partial<Slots>;
  if (
    !Number.isInteger(Math.log2(size)) ||
    size > MOST_SLOTS ||
    !isDigits(1, used) ||
    !isDigits(digits, rows)
  )
    return false;
  try {
    return readSlots(value as unknown as Slots).length === size;
  } catch {
    return false;
  }
}

function isNameSlots(value: unknown): boolean {
  return isSlots(value) && Number((value as Partial<NameSlots>).names) >= 1;
}

/** Far more than there are names; a table is made before its slots are counted. */
const MOST_SLOTS = 2 ** 24;

/** Makes everything that is otherwise made when it is asked for, and looks every model up by its id. */
function readDecoded(text: string): WholeCatalog {
  try {
    const catalog = decodeCatalog(text);
    const lost = catalog.models.find(({ id }) => catalog.model(id)?.id !== id);
    if (lost !== undefined) return { refused: message('it does not find its own model {0}', lost.id) };
    for (const { names, regions } of catalog.hosts) {
      names.forEach(({ id }) => id);
      if (regions.form !== undefined) new RegExp(regions.form);
    }
    const damaged = unfoundRecords(catalog);
    if (damaged !== undefined) return { refused: message('its part "{0}" is damaged', damaged) };
    return { catalog };
  } catch (error) {
    return {
      refused: message('it cannot be read: {0}', errorText(error)),
    };
  }
}

/** The section of which a record is not found by its own name. There has to be a license. */
function unfoundRecords(catalog: Catalog): keyof Sections | undefined {
  const { licenses, organizations } = catalog;
  const hasLicenses = licenses.length > 0 && licenses.every((one) => catalog.license(one.key) === one);
  if (!hasLicenses) return 'licenses';
  return organizations.every((one) => catalog.organization(one.id) === one) ? undefined : 'organizations';
}
