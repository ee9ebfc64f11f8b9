/**
 * The rules by which detection is graded, without any input or output.
 *
 * A label is found when a reference has exactly its range or the range of one of its `alt` spellings. A reference inside
 * a label's ranges is neither hit nor false; one that touches an `ignore` span is dropped; every other one is false.
 * Positions are 1-based lines and columns in UTF-16 code units, ends exclusive, as `audit --format json` prints them.
 */

/** The label's properties by which results are broken down. */
export const GROUPS = ['registry', 'language', 'kind', 'where'];

/** The fields of a use, which labels may carry: what the text does with the model, who runs it, in what part of the project. */
export const USES = ['role', 'host', 'context'];
/** By what the grades of a use are broken down. */
export const USE_GROUPS = ['registry', 'language'];

/** Where a labeled file lies below the folder of files. Sets made from several repositories keep each in its own folder. */
export function pathOf(file) {
  return file.repo ? `${file.repo.replace('/', '__')}/${file.path}` : file.path;
}

/** Grades the references of one audit against labeled files. See grade.d.mts for the shape of the result. */
export function grade(files, references) {
  const found = byPath(references);
  const total = { labels: 0, hits: 0, wrong: 0, sameRegistry: 0, named: 0 };
  const result = {
    total,
    groups: Object.fromEntries(GROUPS.map((name) => [name, {}])),
    fileRecall: [],
    filePrecision: [],
    missed: [],
    falsePositives: [],
    uses: Object.fromEntries(USES.map((field) => [field, { right: 0, all: 0, groups: {} }])),
    wrongUses: [],
  };
  for (const file of files) gradeFile(file, (found.get(pathOf(file)) ?? []).map(rangeOf), result);
  const { labels, hits, wrong } = total;
  return {
    ...result,
    recall: labels ? hits / labels : 1,
    precision: hits + wrong ? hits / (hits + wrong) : 1,
    meanRecall: mean(result.fileRecall),
    meanPrecision: mean(result.filePrecision),
  };
}

function gradeFile(file, references, result) {
  const key = pathOf(file);
  const spans = file.labels.flatMap(spansOf);
  const hits = file.labels.filter((label) => gradeLabel(label, file, references, result)).length;
  const wrong = references.filter((r) => !ignored(r, file) && !spans.some((span) => inside(r, span)));
  for (const r of wrong) {
    result.falsePositives.push(`${key}:${r.line}:${r.column} ${r.text}`);
    for (const group of GROUPS) row(result, group, group === 'language' ? file.language : r[group])[2]++;
  }
  result.total.labels += file.labels.length;
  result.total.hits += hits;
  result.total.wrong += wrong.length;
  if (file.labels.length) result.fileRecall.push(hits / file.labels.length);
  if (references.length || !file.labels.length)
    result.filePrecision.push(hits + wrong.length ? hits / (hits + wrong.length) : 1);
}

function gradeLabel(label, file, references, result) {
  const spans = spansOf(label);
  const hit = references.find((r) => spans.some((span) => same(r, span)));
  for (const group of GROUPS) {
    const counts = row(result, group, group === 'language' ? file.language : label[group]);
    counts[1]++;
    if (hit) counts[0]++;
  }
  if (hit) gradeUse(label, { file, hit }, result);
  if (!hit) result.missed.push(`${pathOf(file)}:${label.line}:${label.column} ${label.text}`);
  else if (label.registry) {
    result.total.named++;
    if (hit.registry === label.registry) result.total.sameRegistry++;
  }
  return hit !== undefined;
}

/** A field is graded where the label has it; `roleAlt` and its like are answers that are as defensible. */
function gradeUse(label, { file, hit }, { uses, wrongUses }) {
  for (const field of USES) {
    if (label[field] === undefined) continue;
    const accepted = [label[field], ...(label[`${field}Alt`] ?? [])];
    const right = accepted.includes(hit[field]);
    const { groups } = uses[field];
    const rows = USE_GROUPS.map((group) => {
      const value = group === 'language' ? file.language : label[group];
      return (groups[`${group} ${value ?? '-'}`] ??= { right: 0, all: 0 });
    });
    for (const one of [uses[field], ...rows]) {
      one.all++;
      if (right) one.right++;
    }
    if (!right)
      wrongUses.push(
        `${field} ${label[field]}, not ${hit[field]}: ${pathOf(file)}:${label.line}:${label.column} ${label.text}`,
      );
  }
}

/** `[hits, labels, false]` of one value of one group, made on first sight. */
function row(result, group, value) {
  return (result.groups[group][value ?? '-'] ??= [0, 0, 0]);
}

function spansOf(label) {
  return [label, ...(label.alt ?? [])].map((a) => ({
    line: label.line,
    column: a.column,
    end: a.column + a.text.length,
  }));
}

/** A reference that ends on another line reaches past every label of its first one. */
function rangeOf(reference) {
  const oneLine = reference.endLine === undefined || reference.endLine === reference.line;
  const end = oneLine ? (reference.endColumn ?? reference.column + reference.text.length) : Infinity;
  return { ...reference, end };
}

function ignored(reference, file) {
  return (file.ignore ?? []).some((span) => {
    const end = span.column + (span.text?.length ?? span.length ?? 1);
    return reference.line === span.line && reference.column < end && span.column < reference.end;
  });
}

function same(reference, span) {
  return reference.line === span.line && reference.column === span.column && reference.end === span.end;
}

function inside(reference, span) {
  return reference.line === span.line && reference.column >= span.column && reference.end <= span.end;
}

function byPath(references) {
  const map = new Map();
  for (const reference of references) {
    const path = reference.path.replaceAll('\\', '/').replace(/^\.\//, '');
    if (!map.has(path)) map.set(path, []);
    map.get(path).push(reference);
  }
  return map;
}

function mean(list) {
  return list.length ? list.reduce((a, b) => a + b, 0) / list.length : 1;
}
