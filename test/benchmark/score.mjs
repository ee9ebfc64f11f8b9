/**
 * How tools are compared, without any input or output. A place is a file and a line: what every tool gives at least. A label is found where a
 * tool reports a name on its line that is the label's or part of it, or gives no name at all. A report on a line without label is false,
 * unless the labels leave that line open.
 */

/** The lines that a label stands on; most stand on one. */
function linesOf({ line, endLine = line }) {
  return Array.from({ length: endLine - line + 1 }, (_, at) => line + at);
}

const lower = (text) => text.toLowerCase();

/** A labeled name in each of its spellings. */
function namesOf({ text, canonical, alt = [] }) {
  return [text, canonical, ...alt.map((one) => one.text)].filter((one) => typeof one === 'string').map(lower);
}

/** Whether a reported name and a labeled one are the same but for what stands around them. A tool that gives no name means the line. */
function isSameName(reported, label) {
  if (reported === undefined) return true;
  const name = lower(reported);
  return namesOf(label).some((one) => one.includes(name) || name.includes(one));
}

/**
 * @param files labeled files, each with its `key` as tools report paths
 * @param reports what a tool reported: `{ path, line, name?, role?, license?, base?, ended? }`; without `line` of the whole file
 * @param ends by name in lower case whether a host has switched it off
 */
export function score(files, reports, ends) {
  const byPlace = new Map();
  const byFile = new Map();
  for (const report of reports) {
    push(byPlace, `${report.path}:${report.line ?? ''}`, report);
    if (report.line !== undefined) push(byFile, report.path, report.line);
  }
  const sum = {
    labels: 0,
    found: 0,
    false: 0,
    roles: 0,
    licenses: 0,
    bases: 0,
    ended: 0,
    endsFound: 0,
    goOn: 0,
    endsFalse: 0,
  };
  const names = new Map();
  for (const { key, labels, ignore = [] } of files) {
    const open = new Set([...labels, ...ignore].flatMap(linesOf));
    for (const label of labels) {
      const places = [...linesOf(label).map((line) => `${key}:${line}`), `${key}:`];
      const those = places
        .flatMap((place) => byPlace.get(place) ?? [])
        .filter(({ name }) => isSameName(name, label));
      const says = (fact) => Number(those.some((report) => report[fact] !== undefined));
      const found = those.length > 0;
      sum.labels++;
      sum.found += Number(found);
      sum.roles += says('role');
      sum.licenses += says('license');
      sum.bases += says('base');
      names.set(lower(label.text), found || names.get(lower(label.text)) === true);
      const ended = Number(those.some((report) => report.ended === true));
      const end = ends.get(lower(label.text));
      if (end === true) [sum.ended, sum.endsFound] = [sum.ended + 1, sum.endsFound + ended];
      if (end === false) [sum.goOn, sum.endsFalse] = [sum.goOn + 1, sum.endsFalse + ended];
    }
    sum.false += new Set((byFile.get(key) ?? []).filter((line) => !open.has(line))).size;
  }
  return { ...sum, names: names.size, namesFound: [...names.values()].filter(Boolean).length };
}

function push(map, key, value) {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** A share in percent with one digit, and a dash where there is nothing to take a share of. */
export function percent(part, whole) {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);
}
