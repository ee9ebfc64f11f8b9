import { REGISTRIES, ROLES } from '../vocabulary';
import { operandIn, LOOP, LONGEST_LOOP } from './readers/shellReader';
import { operandAt } from './signatures/commands';
import { ALONE, type Intake, type Operand } from './site';
import { matchesOf } from '../text/matches';
import { textBefore } from '../text/pieces';

/** Under this name is kept what a script does with the lines of a list: no setting is called so. */
const listName = (file: string): string => `lines of ${file}`;

/** The file of a list, perhaps in quotes and in a folder. */
const FILE = String.raw`["']?(?:[\w.\${}/-]{0,80}/)?(?<file>[\w.-]{1,60}\.(?:txt|lst|list))\b["']?`;
/** Stands for the word that a line of the list becomes. */
const LINE = 'LINE';

/**
 * A program that downloads what the lines of a file say:
 * https://aria2.github.io/manual/en/html/aria2c.html#input-file
 */
const DOWNLOADED: Operand = { registry: 'huggingface', role: 'loads', evidence: 'command:aria2c' };
/** An address alone on its line, and the file or folder that it is put in below, as that program has them. */
const DOWNLOADS = /^[a-z]{3,5}:\/\/\S{1,400}[ \t]*\r?\n[ \t]{1,8}(?:out|dir)=\S/m;

/** The ways to read a list, each with what it makes of a line. */
const READERS: readonly (readonly [
  RegExp,
  (found: RegExpMatchArray, text: string) => Operand | undefined,
])[] = [
  // `while read -r model; do … done < models.txt`
  [new RegExp(String.raw`\bdone\s{0,4}<\s{0,4}${FILE}`, 'g'), ({ index = 0 }, text) => inLoop(text, index)],
  // `for model in $(cat models.txt); do … done`
  [
    new RegExp(
      String.raw`\bfor\s+(?<name>\w{1,40})\s+in\s+["']?(?:\$\(|\x60)\s{0,4}(?:cat\s{1,4}|<\s{0,4})${FILE}`,
      'g',
    ),
    ({ index = 0, 0: { length }, groups }, text) => {
      const [body = ''] = text.slice(index + length, index + LONGEST_LOOP).split(/\bdone\b/, 1);
      return operandIn(body, groups?.['name'] ?? '');
    },
  ],
  // `aria2c -x 4 --input-file links.txt`
  [
    new RegExp(
      String.raw`\b(?<program>aria2c|wget)\s(?:[^\n|;&<>]{0,200}\s)?(?:-i[ \t]{0,4}|--input-file[ \t=]{1,4})${FILE}`,
      'g',
    ),
    ({ groups }) => ({ ...DOWNLOADED, evidence: `command:${groups?.['program'] ?? ''}` }),
  ],
  // `xargs -n1 hf download < models.txt`
  [
    new RegExp(String.raw`\bxargs\s(?<command>[^\n|;&<>]{1,300})<\s{0,4}${FILE}`, 'g'),
    ({ groups }) => byXargs(groups?.['command'] ?? ''),
  ],
  // `cat models.txt | xargs -I{} ollama pull {}`
  [
    new RegExp(
      String.raw`\b(?:cat|grep|sed|sort)\s(?:[^\n|;&<>]{0,100}\s)?${FILE}[ \t]{0,4}` +
        String.raw`\|[^\n;&<>]{0,100}\bxargs\s(?<command>[^\n|;&<>]{1,300})`,
      'g',
    ),
    ({ groups }) => byXargs(groups?.['command'] ?? ''),
  ],
];

/**
 * What a script does with the lines of the lists beside it, by names that {@link operandOfLines} knows:
 * `done < models.txt` after a loop in which a command takes what is read.
 */
export function collectListFiles(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  if (!/\.(?:txt|lst|list)\b/.test(text)) return values;
  const code = text.replace(/^[ \t]*#[^\n]*/gm, '');
  for (const [form, operandOf] of READERS)
    for (const found of matchesOf(code, form)) {
      const operand = operandOf(found, code);
      const name = listName(found.groups?.['file'] ?? '');
      if (operand) values.set(name, [operand.registry, operand.role, operand.evidence].join(' '));
    }
  return values;
}

/** What a loop that ends at a place does with the first word of each line. */
function inLoop(text: string, end: number): Operand | undefined {
  const before = textBefore(text, end, LONGEST_LOOP);
  const loop = [...matchesOf(before, LOOP)].at(-1);
  if (loop === undefined) return undefined;
  const [head, names = ''] = loop;
  const [name = ''] = names.split(/\s/, 1);
  return operandIn(before.slice(loop.index + head.length), name);
}

/** What a command makes of the word that is put behind it, or where `-I` says. */
function byXargs(command: string): Operand | undefined {
  const mark = /-I\s{0,4}["']?([^\s"']{1,20})/.exec(command)?.[1];
  const words = command.trim().split(/\s+/);
  const at = words.findLastIndex((word) => word.replace(/["']/g, '') === mark);
  return at === -1 ? operandAt([...words, LINE], words.length) : operandAt(words, at);
}

/**
 * What a script of the project does with each line of a file, or the program whose list it is by its form; `undefined`
 * where none reads it so.
 */
export function operandOfLines(
  configValues: ReadonlyMap<string, string> | undefined,
  path: string,
  text: string,
): Operand | undefined {
  if (DOWNLOADS.test(text)) return DOWNLOADED;
  const said = configValues?.get(listName(path.slice(path.lastIndexOf('/') + 1)));
  if (said === undefined) return undefined;
  const [name, does, ...evidence] = said.split(' ');
  const registry = REGISTRIES.find((one) => one === name);
  const role = ROLES.find((one) => one === does);
  return registry && role && { registry, role, evidence: evidence.join(' ') };
}

/** Reads a list as what a command gets, line by line. */
export function readList(intake: Intake, operand: Operand): void {
  for (const { index, 0: word } of intake.text.matchAll(/^(?![#\s])\S+/gm))
    intake.value(
      { start: index, end: index + word.length },
      { lexical: 'bare', where: 'cli', ...ALONE, operand },
    );
}
