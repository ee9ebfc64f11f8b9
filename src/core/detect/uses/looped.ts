import { message } from '../../message';
import { perObject } from '../../once';
import { sinkOfOperand } from '../flows';
import { hostOfRegistry, isService } from '../host';
import type { Knowledge } from '../knowledge';
import { operandAt } from '../signatures/commands';
import { keyKind } from '../signatures/keys';
import { nearestKey, type Operand, type Site } from '../site';
import { SELF } from '../../vocabulary';
import { namedBySetting } from './nameAlone';
import { listedAs, needing, type Place } from './place';
import { matchesOf } from '../../text/matches';
import { textBefore, textBehind } from '../../text/pieces';
import type { TextRange } from '../../text/range';

/**
 * The list that a task of Ansible goes over:
 * https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_loops.html
 */
const LOOP = /^(?:loop|with_(?:items|list|flattened))$/;
/** The variable that such a task goes over: `loop: "{{ models }}"`. */
const LOOPED_VARIABLE = /\b(?:loop|with_(?:items|list|flattened)):\s{0,8}["']?\{\{\s{0,4}(\w{1,60})\b/g;
/** How far around a list the command stands that gets its elements, in characters. */
const REACH = 6_000;
/** Commands in which the variable stands, that are read. */
const MOST_COMMANDS = 20;

/**
 * An element of a list that a command gets one by one: `loop:` of a task with `ollama pull {{ item }}`, a matrix of
 * jobs with `ollama pull ${{ matrix.model }}`, resources for each with `ollama pull ${each.value}`. It is what the
 * command makes of it.
 */
export const byLoop = needing({ where: ['config'], words: ['{{', 'for_each'] }, (place) => {
  for (const operand of operandsFor(place)) {
    const sink = sinkOfOperand(operand);
    if (sink === undefined) continue;
    const { callee, role, host } = sink;
    return {
      role,
      host: role === 'calls' ? host : SELF,
      why: [message('{0} gets it from here', callee)],
    };
  }
  const flag = isService(place.registry) ? flagFor(place) : undefined;
  return flag === undefined
    ? undefined
    : {
        role: 'calls',
        host: hostOfRegistry(place.registry),
        why: [message('{0} gets it from here', flag)],
      };
});

/**
 * Where Ansible has the variables of hosts and roles:
 * https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_variables.html
 */
const OF_HOSTS = /(?:^|\/)(?:(?:group|host)_vars\/|roles\/[^/]+\/(?:defaults|vars)\/)/;
/** A list of what a role gets for Ollama, and of nothing else: `ollama_models`, `ollama_models_to_pull`. */
const FOR_OLLAMA =
  /^ollama_(?:(?:pull|install|preload|download|required|default)_)?models(?:_to_(?:pull|install))?$/i;

/** The models that a role pulls for Ollama, in the variables of its hosts: its tasks stand in other files. */
export const byVariablesOfHosts = needing({ where: ['config'], words: ['ollama'] }, (place) => {
  const { registry, site, knowledge } = place;
  if (!OF_HOSTS.test(knowledge.path) || isService(registry)) return undefined;
  const name = [site.key, ...site.parents].find((one) => FOR_OLLAMA.test(one));
  return name === undefined ? undefined : { role: 'loads', host: SELF, why: [namedBySetting(name)] };
});

/** A flag for models, of whatever program, before what it gets: `python a.py --model ${{ matrix.model }}`. */
const FLAG_BEFORE = /\s(--[a-z][\w-]{1,60})(?:=|\s{1,8})["']?$/;

function flagFor(element: Element): string | undefined {
  for (const command of commandsFor(element)) {
    const [before = ''] = command.split(STANDS_HERE, 1);
    const flag = FLAG_BEFORE.exec(before)?.[1];
    if (flag !== undefined && keyKind(flag) === 'model' && !WRITES.test(before)) return flag;
  }
  return undefined;
}

/** An element of a list, with what stands around it. */
type Element = Pick<Place, 'text' | 'start' | 'end' | 'site' | 'knowledge'>;

/** What the first command that gets an element of a list takes it for: it is written there as it would be here. */
export function operandOfLoop(element: Element): Operand | undefined {
  const { site, knowledge } = element;
  const mayBeLooped = site.where === 'config' && (knowledge.mentions('{{') || knowledge.mentions('for_each'));
  if (!mayBeLooped || site.operand !== undefined) return undefined;
  return operandsFor(element).next().value ?? undefined;
}

/** What commands take an element of a list for. */
function* operandsFor(element: Element): Generator<Operand, undefined> {
  const value = element.text.slice(element.start, element.end);
  for (const command of commandsFor(element)) {
    const words = command.split(/\s+/);
    const at = words.findIndex((word) => word.includes(STANDS_HERE));
    words[at] = value;
    const operand = operandAt(words, at);
    if (operand !== undefined) yield operand;
  }
  return undefined;
}

/** The commands that get the elements of the list that a place is in, one by one. */
function* commandsFor(place: Element): Generator<string> {
  if (place.knowledge.mentions('for_each')) yield* commandsOfResources(place);
  const variable = variableOf(place);
  if (variable !== undefined) yield* commandsWith(variable, place);
}

/** What a resource of Terraform is made for each of: `for_each = toset(local.models)`, `toset(["…", "…"])`. */
const FOR_EACH = /\bfor_each\s{0,8}=\s{0,8}(?:toset\(\s{0,8})?(?:(?:local|var)\.(\w{1,60})|\[)/g;
/** How a resource calls the element that it is made for. */
const EACH = /\$\{\s{0,4}each\.(?:value|key)\s{0,4}\}/g;
/** How far behind it the commands of the resource stand, in characters. */
const RESOURCE_REACH = 2_000;

/**
 * The commands of resources that are made for each element of the list:
 * https://developer.hashicorp.com/terraform/language/meta-arguments/for_each
 */
function* commandsOfResources({ text, start, site, knowledge }: Element): Generator<string> {
  const low = Math.max(0, start - REACH);
  const list = listName(site, text.slice(low, start));
  let count = 0;
  for (const { 0: head, 1: name, index } of matchesOf(text.slice(low, start + REACH), FOR_EACH)) {
    const at = low + index + head.length;
    const isOwn = name === undefined ? knowledge.brackets.open(start)[0]?.at === at - 1 : name === list;
    if (!isOwn || count++ >= MOST_COMMANDS) continue;
    const [resource = ''] = textBehind(text, at, RESOURCE_REACH).split(/\n(?:\}|resource\b)/, 1);
    for (const { 0: written, index: place } of matchesOf(resource, EACH)) {
      const before =
        resource
          .slice(resource.lastIndexOf('\n', place) + 1, place)
          .split('"')
          .at(-1) ?? '';
      const behind = /^[^\n"]*/.exec(resource.slice(place + written.length))?.[0] ?? '';
      yield `${before}${STANDS_HERE}${behind}`;
    }
  }
}

/** The local value or the variable that a list is given to: `models = […]`, `variable "models" { default = […] }`. */
function listName(site: Site, before: string): string {
  const name = nearestKey(site);
  return name === 'default' ? (VARIABLE.exec(before)?.[1] ?? '') : name;
}

const VARIABLE = /\bvariable\s{1,8}"(\w{1,60})"\s{0,8}\{(?:(?!\nvariable\b|\nresource\b)[\s\S]){0,600}$/;

/** How the command calls an element of the list that a place is in. */
function variableOf({ site: { key, parents, group }, knowledge }: Element): RegExp | undefined {
  const looped = loopedVariables(knowledge);
  const isLooped = (name: string) => LOOP.test(name) || looped.has(name);
  const list = nearestKey({ key, parents });
  const [outer, further] = key === '' ? parents.slice(1) : parents;
  if (outer === 'matrix' && further === 'for') return form(String.raw`\.${ITEM_OF_TASK}\.${list}`);
  if (outer === 'matrix' || (outer === 'include' && further === 'matrix'))
    return form(String.raw`matrix\.${list}`);
  if (isLooped(list)) return form('item');
  const ofTask = itemOfTask(list, knowledge);
  if (ofTask !== undefined) return ofTask;
  return outer !== undefined && isLooped(outer) && group > 0 ? form(String.raw`item\.${list}`) : undefined;
}

/** The variables that tasks of a text go over. */
const loopedVariables = perObject(
  ({ text }: Knowledge): ReadonlySet<string> =>
    new Set(Array.from(matchesOf(text, LOOPED_VARIABLE), ([, name = '']) => name)),
);

/**
 * What a command of Task goes over: `for: { var: MODELS, as: MODEL }`
 * (https://taskfile.dev/docs/guide#looping-over-values).
 */
const OF_TASK =
  /\bfor:\s{0,40}\{?\s{0,40}var:\s{0,8}["']?(\w{1,60})["']?(?:[,\s]{1,40}as:\s{0,8}["']?(\w{1,60}))?/g;
const ITEM_OF_TASK = 'ITEM';

/** The variables that commands of Task go over, and what each calls an element. */
const tasksOver = perObject(
  ({ text }: Knowledge): ReadonlyMap<string, string> =>
    new Map(
      text.includes('{{')
        ? Array.from(matchesOf(text, OF_TASK), ([, name = '', as]) => [name, as ?? ITEM_OF_TASK])
        : [],
    ),
);

/** How a command of Task calls an element of a list that it goes over, by the list's name or in place. */
function itemOfTask(list: string, knowledge: Knowledge): RegExp | undefined {
  const item = list === 'for' ? ITEM_OF_TASK : tasksOver(knowledge).get(list);
  return item === undefined ? undefined : form(String.raw`\.${item}`);
}

function form(name: string): RegExp | undefined {
  return /^[\w\\.-]{1,60}$/.test(name)
    ? new RegExp(String.raw`["']?\$?\{\{\s*${name}\s*(?:\|\s*quote\s*)?\}\}["']?`, 'g')
    : undefined;
}

/** The key of a loop of a task, in its line. */
const LOOP_KEY = /(?:^|\n)([ ]{0,60}(?:- +)?)(?:loop|with_(?:items|list|flattened)):/g;

/** The tasks of Ansible that go over the list that an element is in; `undefined` where it is no list of theirs. */
function tasksFor({ text, start, site: { key, parents } }: Element): readonly TextRange[] | undefined {
  const names = [key, ...parents].filter((name) => name !== '');
  const low = Math.max(0, start - REACH);
  const keys = [...matchesOf(text.slice(low, start + REACH), LOOP_KEY)];
  const ofKey = ({ 0: all, 1: lead = '', index }: RegExpExecArray): TextRange =>
    taskAround(text, low + index + (all.startsWith('\n') ? 1 : 0), lead.length);
  if (names.some((name) => LOOP.test(name))) {
    const own = keys.findLast(({ index }) => low + index < start);
    return own && [ofKey(own)];
  }
  const over = keys.filter((one) => {
    const variable = /^[^\n]{0,12}?\{\{\s{0,4}(\w{1,60})\b/.exec(text.slice(low + one.index + one[0].length));
    return names.includes(variable?.[1] ?? '');
  });
  return over.length === 0 ? undefined : over.map(ofKey);
}

/** The task whose keys stand in a column, around one of its lines. */
function taskAround(text: string, line: number, column: number): TextRange {
  const columnOf = (at: number): number | undefined =>
    /^ *(?=[^\s#])/.exec(textBehind(text, at, 80))?.[0].length;
  let start = line;
  while (start > 0 && (columnOf(start) ?? column) >= column) start = text.lastIndexOf('\n', start - 2) + 1;
  let end = text.indexOf('\n', line) + 1;
  while (end > 0 && (columnOf(end) ?? column) >= column) end = text.indexOf('\n', end) + 1;
  return { start, end: end === 0 ? text.length : end };
}

/** A word that no command has. */
const STANDS_HERE = '\uFFFC';

/** The lines near a place in which a variable stands, from the program on, with a mark in its place. */
function* commandsWith(variable: RegExp, element: Element): Generator<string> {
  const { text, start } = element;
  const tasks = tasksFor(element);
  const low = Math.max(0, start - REACH);
  const near = text.slice(low, start + REACH);
  let count = 0;
  for (const { 0: written, index } of matchesOf(near, variable)) {
    if (count++ >= MOST_COMMANDS) return;
    const isIn = ({ start: from, end: to }: TextRange): boolean => from <= low + index && low + index < to;
    if (tasks !== undefined && !tasks.some(isIn)) continue;
    const lineStart = near.lastIndexOf('\n', index) + 1;
    const lead = near.slice(lineStart, index).replace(/^[\s-]*(?:\w[\w.-]*:\s+)*[|>]?["']?/, '');
    const behind = /^[^\n"']*/.exec(near.slice(index + written.length))?.[0] ?? '';
    yield `${lead}${STANDS_HERE}${behind}`;
  }
}

/** The head of a loop of a shell over words, up to one of them. */
const FOR_WORDS =
  /(?:^|[;\n])[ \t]{0,80}for[ \t]{1,8}([A-Za-z_]\w{0,60})[ \t]{1,8}in[ \t](?:[^;\n]|\\\r?\n){0,2000}$/;
/** Its body. */
const BODY = /^(?:[^;\n]|\\\r?\n){0,2000}[;\n]\s{0,80}do\b([\s\S]{0,2000}?)\n?[ \t;]{0,80}\bdone\b/;
/** What only writes its line. */
const WRITES = /^[ \t]*(?:echo|printf)\b(?!.*(?:[>|]|`))/;
/** Programs that make one text of another. */
const HANDLES_TEXT = /^(?:echo|printf|sed|awk|tr|cut|grep|head|tail|basename|dirname)$/;

/** Whether a line only writes what it is given, or what a function of the same script makes of the text. */
function isWritten(line: string, text: string): boolean {
  if (!WRITES.test(line)) return false;
  return [...line.matchAll(/\$\(\s*([\w-]{1,80})/g)].every(
    ([, command = '']) => HANDLES_TEXT.test(command) || isFunctionOfText(command, text),
  );
}

/** Whether a script defines a function of which each command only makes one text of another. */
function isFunctionOfText(name: string, text: string): boolean {
  const head = new RegExp(
    String.raw`(?:^|\n)[ \t]*(?:function[ \t]+)?${name}[ \t]*(?:\(\))?[ \t]*\{([\s\S]{0,2000}?)\n\}`,
  );
  const body = head.exec(text)?.[1];
  return (
    body !== undefined &&
    !/\$\(|`/.test(body) &&
    body
      .replace(/'[^']*'|"[^"]*"/g, '')
      .split(/\|\|?|&&?|[;\n]/)
      .every((command) => command.trim() === '' || HANDLES_TEXT.test(/^\s*([\w-]+)/.exec(command)?.[1] ?? ''))
  );
}

/** `for m in "…" "…"; do echo "$m"; done`: nothing but lines for people is made of the words. */
export const isOnlyWritten = needing(
  { where: ['cli'], loader: false, words: ['for '] },
  ({ site, registry, text, start, end }) => {
    if (site.operand !== undefined) return undefined;
    const variable = FOR_WORDS.exec(textBefore(text, start, REACH))?.[1];
    const body = variable === undefined ? undefined : BODY.exec(textBehind(text, end, REACH))?.[1];
    if (variable === undefined || body === undefined) return undefined;
    const used = new RegExp(String.raw`\$\{?${variable}\b`);
    const lines = body.split(/[\n;]/).filter((line) => used.test(line));
    return lines.length > 0 && lines.every((line) => isWritten(line, text))
      ? listedAs(registry, message('{0} loads nothing', 'echo'))
      : undefined;
  },
);
