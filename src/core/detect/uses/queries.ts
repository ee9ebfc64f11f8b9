import { QUERY_STATEMENTS } from '../../registries/tables';
import { textBefore } from '../../text/pieces';
import { callOf } from './client/asked';
import { calleeAround } from './client/callAround';
import { mayHaveName } from './client/sellers';
import { CODE_WITHOUT_LOADER, needing, type Place } from './place';

/** How far before a name its statement begins, in characters. */
const REACH = 1_500;

/**
 * Statements that have a service run the model which is named at their end:
 * https://docs.snowflake.com/en/sql-reference/sql/create-cortex-search
 */
const STATEMENTS: readonly (readonly [form: RegExp, host: string])[] = [
  [
    new RegExp(
      String.raw`(?<![\w.-])create\s[^;]{0,80}?\bcortex\s{1,20}search\s{1,20}service\s[^;]{0,800}?` +
        String.raw`\bembedding_model\s{0,8}=\s{0,8}$`,
      'i',
    ),
    'snowflake',
  ],
  ...QUERY_STATEMENTS,
];
/** What a text has that has one of them, in lower case. */
const WORDS = ['with connection', 'cortex search', 'endpoint =>', 'model_id =>'];

/** The service that a statement of a query language has run a model: `CREATE MODEL … REMOTE WITH CONNECTION …`. */
export const byStatement = needing({ ...CODE_WITHOUT_LOADER, words: WORDS }, (place) => {
  const statement = statementBefore(place);
  const host = STATEMENTS.find(([form]) => form.test(statement))?.[1];
  if (host === undefined || !mayHaveName(host, place)) return undefined;
  const [made] = MADE.exec(statement) ?? [];
  return { role: 'calls', host, why: [callOf(made ?? calleeAround(place))] };
});

/** What a statement makes that asks for a model whenever it is used. */
const MADE = /(?<![\w.-])create\s(?:or\s{1,20}replace\s)?(?:\w{1,20}\s){0,3}?(?:model|service)(?!\w)/i;

/** From the first word of the statement around a name up to the mark before it. */
function statementBefore({ text, start }: Place): string {
  const before = textBefore(text, start, REACH).replace(/["'\x60]$/, '');
  return before.slice(before.lastIndexOf(';') + 1).replace(/^(?:\s|--[^\n]*\n)+/, '');
}
