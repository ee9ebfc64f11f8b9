import { perObject } from '../once';
import { textBehind } from '../text/pieces';
import { matchesOf } from '../text/matches';
import type { Knowledge } from './knowledge';

/**
 * Networks that a text registers under names: classes and functions of its own, which libraries and programs build by
 * these names without any weights: `@register_model`, `@MODELS.register_module(name="…")`,
 * `@META_ARCH_REGISTRY.register()` (https://huggingface.co/docs/timm/reference/models,
 * https://mmengine.readthedocs.io/en/latest/advanced_tutorials/registry.html).
 */

/** What registers, as a decorator, with its arguments, up to the class or function that it is put before. */
const DECORATOR = new RegExp(
  String.raw`^[ \t]{0,40}@(?=[\w.]{0,80}regist)[\w.]{1,80}(?:\(([^()\n]{0,200})\))?[ \t]{0,8}(?:#[^\n]{0,200})?\r?\n` +
    String.raw`(?:[ \t]{0,40}@[^\n]{0,200}\n){0,4}([ \t]{0,40})(?:class|def)[ \t]{1,4}(\w{1,80})`,
  'gim',
);
/** The same as a call that gets the name and what is built by it: `register_model_factory("net", make)`. */
const CALL = new RegExp(
  String.raw`^[ \t]{0,40}(?:\w{1,40}\.)?register_?(?:model|module|arch|net|backbone|class)\w{0,20}\(\s{0,20}` +
    String.raw`["']([\w./-]{1,120})["']\s{0,4},(?=([^\n]{0,200}\n?[^\n]{0,200}))`,
  'gim',
);
/** The name among the arguments of a decorator: the first one, or that of a keyword. */
const GIVEN = /(?:^\s{0,20}|\bname\s?=\s?)["']([\w./-]{1,120})["']/;
/** What a class is called in a registry that asks it: `name = "net"`. */
const OWN_NAME = /^[ \t]+name[ \t]*(?::[ \t]*str[ \t]*)?=[ \t]*["']([\w./-]{1,120})["']/m;
/** How much of a class or function is read, in characters. */
const LONGEST = 4_000;
/** What gets weights, or may: the registered name is then the name of these as well. */
const GETS_WEIGHTS = new RegExp(
  String.raw`load|restore|from_?pretrained|ckpt|hub|https?:|_url\b|\b_?create_\w{1,40}\(|with_cfg\(|` +
    String.raw`pretrained=True|\bweights\s?[=[]`,
  'i',
);

/** The names under which a text registers networks of its own that get no weights. */
export const ownClasses = perObject(({ text, path }: Knowledge): readonly string[] => {
  if (!path.endsWith('.py') || !/regist/i.test(text)) return [];
  const decorated = [...matchesOf(text, DECORATOR)].flatMap(
    ({ 0: head, 1: args = '', 2: indent = '', 3: name = '', index }) => {
      const body = bodyBehind(text, index + head.length, indent);
      return GETS_WEIGHTS.test(body) ? [] : [GIVEN.exec(args)?.[1] ?? OWN_NAME.exec(body)?.[1] ?? name];
    },
  );
  const called = [...matchesOf(text, CALL)].flatMap(([, name = '', made = '']) =>
    GETS_WEIGHTS.test(made) ? [] : [name],
  );
  return [...decorated, ...called];
});

/** What stands behind the head of a class or function, as far as the lines are farther in than that. */
function bodyBehind(text: string, from: number, indent: string): string {
  const rest = textBehind(text, from, LONGEST);
  const next = new RegExp(String.raw`\n[ \t]{0,${String(indent.length)}}[^\s)\]}#]`).exec(rest);
  return rest.slice(0, next?.index ?? rest.length);
}
