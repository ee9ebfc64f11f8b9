import { message } from '../message';
import type { Detection, ModelReference } from '../reference';
import { escapeRegExp } from '../text/escapeRegExp';
import { matchesOf } from '../text/matches';
import { textBefore, textBehind } from '../text/pieces';
import { byStart, overlap, type TextRange } from '../text/range';
import { isUse, SELF } from '../vocabulary';
import { isConfiguration } from './configValues';
import { contextsOf } from './context/context';
import { isInComment } from './evidence';

/**
 * Models of the project's own that a text gives on: the repositories of the Hub that it uploads weights to
 * (https://huggingface.co/docs/huggingface_hub/guides/upload, https://huggingface.co/docs/transformers/model_sharing).
 */

const QUOTE = String.raw`\\?["'\x60]`;
/** What gives weights on, up to the repository. */
const PUBLISHES =
  String.raw`(?:\b(push_to_hub\w{0,20}|save_pretrained_merged)\(\s{0,40}(?:repo_id\s{0,4}=\s{0,4})?|` +
  String.raw`\b(hub_model_id)(?:${QUOTE})?\s{0,4}[=:]\s{0,4}|(--hub[-_]model[-_]id)(?:\s{1,4}|=)|` +
  String.raw`\b(upload_(?:large_)?folder|upload_file)\([^()]{0,400}?\brepo_id\s{0,4}=\s{0,4}|` +
  String.raw`\b((?:huggingface-cli|hf)\s{1,4}upload(?:-large-folder)?)\s{1,4})`;
const PUBLISHED = new RegExp(String.raw`${PUBLISHES}(?:${QUOTE})?$`);
/** What is uploaded is no model. */
const OTHER_TYPE = /^[^;]{0,200}?\brepo[_-]type(?:["']?\s{0,4}[=:]|\s)\s{0,4}["']?(?:dataset|space)/;
/** A constant that is given what stands behind. */
const CONSTANT = new RegExp(
  String.raw`(?<![\w.])([A-Za-z_]\w{1,60})\s{0,4}(?::\s{0,4}[\w.[\]]{1,40}\s{0,4})?=\s{0,4}(?:${QUOTE})?$`,
);
const LONGEST_CALL = 600;
const MOST = 40;

/** A detection with the described models that the text gives to others: nothing else says that they are given on. */
export function withPublished(
  found: Detection,
  { text, path }: { readonly text: string; readonly path: string },
  described: readonly string[],
): Detection {
  const names = described.filter((id) => id.includes('/') && text.includes(id));
  if (names.length === 0) return found;
  const contexts = contextsOf(path, text);
  const published = names.flatMap((id) =>
    placesOf(text, id).flatMap((range): ModelReference[] => {
      const by = publisherOf(text, range);
      if (by === undefined || isUsed(found, range)) return [];
      const { context, why } = contexts.at(range.start);
      const told = message('{0} gives it to others', by);
      return [
        {
          range,
          text: id,
          id,
          registry: 'huggingface',
          role: 'ships',
          host: SELF,
          context,
          why: why === undefined ? [told] : [told, why],
          where: isConfiguration(path) ? 'config' : 'code',
          confidence: 'high',
          evidence: [`call:${by}`],
          model: null,
        },
      ];
    }),
  );
  if (published.length === 0) return found;
  const isGivenOn = ({ range }: ModelReference): boolean =>
    published.some((one) => overlap(one.range, range));
  const others = found.references.filter((one) => !isGivenOn(one));
  return { ...found, references: [...others, ...published].sort(byStart) };
}

/** Where an id stands whole, and not in a comment. */
function placesOf(text: string, id: string): readonly TextRange[] {
  const whole = new RegExp(String.raw`(?<![\w./-])${escapeRegExp(id)}(?![\w/-]|\.\w)`, 'g');
  return [...matchesOf(text, whole)]
    .slice(0, MOST)
    .map(({ index }) => ({ start: index, end: index + id.length }))
    .filter(({ start }) => !isInComment(text, start));
}

/** What gives on what stands at a place, there or by the name of the constant that has it. */
function publisherOf(text: string, { start, end }: TextRange): string | undefined {
  const before = textBefore(text, start, LONGEST_CALL);
  const here = publishedBy(PUBLISHED.exec(before), textBehind(text, end, LONGEST_CALL));
  if (here !== undefined) return here;
  const name = CONSTANT.exec(before)?.[1];
  if (name === undefined) return undefined;
  const byName = new RegExp(
    String.raw`${PUBLISHES}(?:${QUOTE}?\$\{?)?(?:[\w.]{1,40}\.)?${name}(?![\w(])`,
    'g',
  );
  for (const given of matchesOf(text, byName)) {
    const by = publishedBy(given, textBehind(text, given.index + given[0].length, LONGEST_CALL));
    if (by !== undefined && !isInComment(text, given.index)) return by;
  }
  return undefined;
}

function publishedBy(match: RegExpExecArray | null, behind: string): string | undefined {
  const by = match?.slice(1).find((one) => one !== undefined);
  return OTHER_TYPE.test(`${match?.[0] ?? ''}${behind.split('\n\n', 1)[0] ?? ''}`) ? undefined : by;
}

/** Whether the text uses it there already. */
function isUsed({ references }: Detection, range: TextRange): boolean {
  return references.some((one) => isUse(one.role) && overlap(one.range, range));
}
