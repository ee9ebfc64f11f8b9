import { message } from '../../message';
import { lineStartOf } from '../surroundings';
import { SELF } from '../../vocabulary';
import { is, needing, type Place } from './place';

const OF_HUBS = message('its weights can be had from several hubs');

/** What tables of weights call ModelScope, which also runs models for others. */
const MODELSCOPE = is(/(?:^|[._])(?:model_?scope|ms)(?:_?(?:id|repo|model|name|path))*$/i);

/**
 * `{ huggingface: 'Qwen/Qwen3-8B', modelscope: 'qwen/Qwen3-8B' }`, `Source.MODELSCOPE: "…"` beside `Source.HF`: the
 * same weights at two hubs, of which the program takes one. Nobody is called.
 */
export const byHubs = needing({ loader: false, nearestKey: MODELSCOPE }, (place) =>
  hasNamesake(place) ? { role: 'loads', host: SELF, why: [OF_HUBS] } : undefined,
);

/** How far from a name the other one is looked for that is called like it. */
const REACH = 300;

/** Whether near by, at most in the same record, there are weights that are called like these, of whichever owner. */
function hasNamesake({ text, start, end, match, knowledge }: Place): boolean {
  const [own] = knowledge.brackets.open(start);
  const record = own?.mark === '{' ? knowledge.brackets.contentOf(own, end) : { start, end };
  const from = Math.max(0, Math.min(record.start, lineStartOf(text, start) - REACH));
  const others = text.slice(from, start) + text.slice(end, Math.max(record.end, end + REACH));
  const name = match.id.slice(match.id.indexOf('/') + 1).toLowerCase();
  return NAME_END.test(behind(others.toLowerCase(), `/${name}`));
}

/** What stands behind a name where it is found first; a text that it does not end in where it is not. */
function behind(text: string, name: string): string {
  const at = text.indexOf(name);
  return at < 0 ? '-' : text.slice(at + name.length, at + name.length + 1);
}

const NAME_END = /^(?:$|[^\w.-])/;
