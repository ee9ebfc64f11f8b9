import { message } from '../../message';
import { sinkOfOperand } from '../flows';
import { operandsOf } from '../signatures/commands';
import { nearestKey, type Site } from '../site';
import { SELF } from '../../vocabulary';
import { needing, type Place } from './place';

/**
 * The list that a task of Ansible goes over:
 * https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_loops.html
 */
const LOOP = /^(?:loop|with_(?:items|list|flattened))$/;
/** How far around a list the command stands that gets its elements, in characters. */
const REACH = 6_000;
/** Commands in which the variable stands, that are read. */
const MOST_COMMANDS = 20;

/**
 * An element of a list that a command gets one by one: `loop:` of a task with `ollama pull {{ item }}`, a matrix of
 * jobs with `ollama pull ${{ matrix.model }}`. It is what the command makes of it.
 */
export const byLoop = needing({ where: ['config'], words: ['{{'] }, (place) => {
  const { site, text, start, end } = place;
  const variable = variableOf(site);
  if (variable === undefined) return undefined;
  const value = text.slice(start, end);
  for (const command of commandsWith(variable, place)) {
    const words = command.split(/\s+/);
    const at = words.findIndex((word) => word.includes(STANDS_HERE));
    words[at] = value;
    const operand = operandsOf(words).find(({ index }) => index === at)?.operand;
    const sink = operand && sinkOfOperand(operand);
    if (sink === undefined) continue;
    const { callee, role, host } = sink;
    return {
      role,
      host: role === 'calls' ? host : SELF,
      why: [message('{0} gets it from here', callee)],
    };
  }
  return undefined;
});

/** How the command calls an element of the list that a place is in. */
function variableOf({ key, parents, ...site }: Site): RegExp | undefined {
  const list = nearestKey({ key, parents });
  const [outer, further] = key === '' ? parents.slice(1) : parents;
  if (outer === 'matrix' || (outer === 'include' && further === 'matrix'))
    return form(String.raw`matrix\.${list}`);
  if (LOOP.test(list)) return form('item');
  return outer !== undefined && LOOP.test(outer) && site.group > 0
    ? form(String.raw`item\.${list}`)
    : undefined;
}

function form(name: string): RegExp | undefined {
  return /^[\w\\.-]{1,60}$/.test(name)
    ? new RegExp(String.raw`["']?\$?\{\{\s*${name}\s*(?:\|\s*quote\s*)?\}\}["']?`, 'g')
    : undefined;
}

/** A word that no command has. */
const STANDS_HERE = '\uFFFC';

/** The lines near a place in which a variable stands, from the program on, with a mark in its place. */
function* commandsWith(variable: RegExp, { text, start }: Place): Generator<string> {
  const low = Math.max(0, start - REACH);
  const near = text.slice(low, start + REACH);
  let count = 0;
  for (const { 0: written, index } of near.matchAll(variable)) {
    if (count++ >= MOST_COMMANDS) return;
    const lineStart = near.lastIndexOf('\n', index) + 1;
    const lead = near.slice(lineStart, index).replace(/^[\s-]*(?:\w[\w.-]*:\s+)*[|>]?["']?/, '');
    const behind = /^[^\n"']*/.exec(near.slice(index + written.length))?.[0] ?? '';
    yield `${lead}${STANDS_HERE}${behind}`;
  }
}
