import { message } from '../../message';
import { perObject } from '../../once';
import { escapeRegExp } from '../../text/escapeRegExp';
import { matchesOf } from '../../text/matches';
import type { Knowledge } from '../knowledge';
import { withoutNested } from '../listing/attributes';
import { keyKind } from '../signatures/keys';
import { textOf } from '../surroundings';
import { CODE_WITHOUT_LOADER, GIVEN, is, mentioned, needing, type Needs, type Place } from './place';

/**
 * Names of entries that a project's settings have for models: what is asked for or loaded is said by the entry.
 */

const SLUG: Needs = { loader: false, key: is(/^(?:slug|alias)(?:_?(?:id|name))?$/i) };
/** The model that a record says under whatever key has the word: `language_model_api_name: gpt-4o`. */
const SAID_MODEL =
  /(?:^|[,({\s])["']?(?:[a-z]+_){0,3}model(?:_[a-z]+){0,3}["']?\s{0,8}(?:=>|[:=])\s{0,8}["'\x60]?([\w./:@-]{2,120})/i;

/** `slug: gpt-4o` beside `language_model_api_name: gpt-4o`: the slug is chosen by the project. */
export const slugBesideModel = needing(SLUG, ({ registry, text, start, end, knowledge }, around) => {
  const said = SAID_MODEL.exec(textOf(text, around().own))?.[1];
  return said !== undefined && (said === text.slice(start, end) || knowledge.mayBeName(said))
    ? mentioned(registry, GIVEN)
    : undefined;
});

const SETTING: Needs = { where: ['config'], loader: false };
/** `house = { model_name = "gpt-4o" }` of TOML and Terraform. */
const INLINE =
  /^[ \t]*["']?([A-Za-z][\w.-]{1,80})["']?[ \t]*=[ \t]*\{[^{}\n]{0,300}?\bmodel\w{0,20}["']?[ \t]*=/gm;
/** `[models.house]` of TOML, with the model in one of its first lines. */
const SECTION = new RegExp(
  String.raw`^[ \t]*\[(?:[\w-]{1,40}\.){1,4}["']?([A-Za-z][\w-]{1,80})["']?\][ \t]*\r?\n` +
    String.raw`(?:[ \t]*[\w#][^\n[]{0,200}\n){0,5}?[ \t]*model\w{0,20}[ \t]*=`,
  'gm',
);

/** Of each text, the names of its entries for models: read once, for there may be many places. */
const ENTRIES = perObject((_knowledge: Knowledge) => ({
  names: undefined as ReadonlySet<string> | undefined,
}));

function entriesOf({ text, knowledge }: Place): ReadonlySet<string> {
  const known = ENTRIES(knowledge);
  known.names ??= new Set(
    [INLINE, SECTION].flatMap((form) => [...matchesOf(text, form)].map(([, name = '']) => name)),
  );
  return known.names;
}

/**
 * `model = "house_mini"` where the same text has `house_mini = { model_name = "gpt-4o-mini" }`: a name that nobody else
 * knows refers to the entry, which says the model.
 */
export const nameOfEntry = needing(SETTING, (place) => {
  const { match, registry, text, start, end, knowledge } = place;
  if (!entriesOf(place).has(text.slice(start, end))) return undefined;
  return knowledge.isUnknown(match.id, registry) ? mentioned(undefined, GIVEN) : undefined;
});

/** How far around a call the record that it is a value of says its model, in characters. */
const RECORD_REACH = 3_000;

/**
 * `{ model: "gpt-5", temperature: fit("gpt-5", 0.8) }`: a function is told the name of the model that the record around
 * its call asks for. It is told there.
 */
export const isToldToHelper = needing(
  CODE_WITHOUT_LOADER,
  ({ site, registry, text, start, end, knowledge }) => {
    const [own, record] = knowledge.brackets.around(start);
    if (site.call === undefined || site.key !== '' || own?.mark !== '(' || record === undefined)
      return undefined;
    const name = escapeRegExp(text.slice(start, end));
    const same = new RegExp(
      String.raw`(?:^|[\s{(,"'])model(?:_?(?:id|name))?["']?\s{0,8}[:=]\s{0,8}["'\x60]${name}["'\x60]`,
      'i',
    );
    const before = text.slice(Math.max(record.at + 1, own.at - RECORD_REACH), own.at);
    const behind = text.slice(own.close + 1, Math.min(record.close, own.close + RECORD_REACH));
    return same.test(withoutNested(before)) || same.test(withoutNested(behind))
      ? mentioned(registry, message('its full name stands beside it'))
      : undefined;
  },
);

/**
 * `COMPILED_MODEL_ID: name` beside `MODEL_ID: owner/name`: the name alone, where the settings around say it in full.
 * One model is used, and it is told there.
 */
export const nameBesideFull = needing(SETTING, ({ site, registry, text, start, end }, around) => {
  const name = text.slice(start, end);
  if (registry !== 'huggingface' || name.includes('/') || keyKind(site.key) !== 'model') return undefined;
  const { own, outer } = around();
  const full = new RegExp(
    String.raw`model\w{0,20}["']?(?:\s{0,8}[:=]|,?\s{1,120}["']?value["']?\s{0,8}[:=])\s{0,8}["']?[\w.-]{1,96}/` +
      String.raw`${escapeRegExp(name)}["']?\s`,
    'i',
  );
  return [own, ...outer.slice(0, 1)].some((part) => full.test(`${textOf(text, part)}\n`))
    ? mentioned(registry, message('its full name stands beside it'))
    : undefined;
});
