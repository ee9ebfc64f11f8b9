import { message, type Message, render, type Translate } from '../message';
import { once } from '../once';
import { escapeRegExp } from '../text/escapeRegExp';
import type { RuleInfo } from './rule';

/** What the comments of examples say, a part that differs left open: their other words are those of the settings. */
const COMMENTS: readonly Message[] = [
  message('and in the code'),
  message('and in the code, under {0}'),
  message('and in a table'),
  message('and in a file: {0}'),
  message('{0} project that ships {1} weights'),
  message('{0} on its card, made from {1}'),
  message('a model whose card has no license'),
  message('{0} code, weights under {1}'),
  message('{0} stands nowhere'),
  message('{0}, and no license file'),
  message('the card says {0} today'),
  message('main is at {0} today'),
  message('{0} is {1} today'),
  message('gated today'),
  message('{0} today'),
  message('the Hub answers that there is no such model'),
  message('no file names {0}'),
  message('not a mapping of models'),
  message('the key is {0}'),
  message('{0}, beside a LICENSE file with the text of the {1}'),
];

/** Each with the form of a comment that says it. */
const forms = once(() =>
  COMMENTS.map((comment) => {
    const parts = comment.template.split(/\{\d\}/).map(escapeRegExp);
    return { comment, form: new RegExp(`^${parts.join('(.{1,80}?)')}$`) };
  }),
);

/** The example of a rule: what is written is the same in all languages, what its comments say is not. */
export function exampleText({ example }: Pick<RuleInfo, 'example'>, translate?: Translate): string {
  return example
    .trimEnd()
    .replace(/(?<=(?:^|\s)(?:#|\/\/) )[^\n]+$/gm, (said) => translated(said, translate));
}

function translated(said: string, translate: Translate | undefined): string {
  for (const { comment, form } of forms()) {
    const found = form.exec(said);
    if (found !== null) return render({ ...comment, args: found.slice(1) }, translate);
  }
  return said;
}
