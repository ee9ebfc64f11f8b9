import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english, ENGLISH, type Language, message, TRANSLATED } from '../core';
import { valueAmong } from './arguments';
import type { Cli } from './cli';
import { type Arguments, type OptionSpec, UsageError } from './command';

type Translated = keyof typeof TRANSLATED;
type LanguageName = 'en' | Translated;
const LANGUAGES: readonly LanguageName[] = ['en', ...(Object.keys(TRANSLATED) as Translated[])];

const VARIABLE = 'MODEL_LICENSE_LENS_LANG';

export const LANGUAGE_OPTION: OptionSpec = {
  name: 'lang',
  value: 'LANG',
  choices: LANGUAGES,
  spelling: (value) => languageNamed(value) ?? value,
  help: message(
    'language of what people read; without it that of {0}, else of the system on terminals and in html and markdown',
    VARIABLE,
  ),
};

/**
 * - `page`: a document for people, wherever it goes.
 * - `lines`: what people read on a terminal, and programs read elsewhere.
 * - `data`: for programs, which is English unless the command line says otherwise.
 */
export type Audience = 'page' | 'lines' | 'data';

/**
 * The language in which a result is written: what `--lang` says; else for people what the variables say, those of the system last.
 * Throws {@link UsageError} where the program's own variable names none of its languages.
 */
export function languageOf(args: Pick<Arguments, 'value' | 'has'>, audience: Audience, cli: Cli): Language {
  const asked = args.value(LANGUAGE_OPTION.name);
  const name = asked === undefined ? usualLanguage(args, audience, cli) : (asked as LanguageName);
  return named(name, cli);
}

/** The language of help, which may be asked for beside anything. Throws {@link UsageError} as {@link languageOf} does. */
export function helpLanguage(args: readonly string[], cli: Cli): Language {
  const asked = valueAmong(LANGUAGE_OPTION, args);
  return languageOf({ value: () => asked, has: () => false }, 'lines', cli);
}

/** The language in which errors are told: what is wrong may be the very name of the language. */
export function languageOfErrors(args: readonly string[], cli: Cli): Language {
  for (const given of [args, []]) {
    try {
      return helpLanguage(given, cli);
    } catch {
      // The next one to ask.
    }
  }
  return cli.terminal ? named(nameOfSystem(cli), cli) : ENGLISH;
}

/** The language of a locale as systems and editors write it, `ja_JP.UTF-8` or `zh-CN`; English where it is none of the others. */
export function languageOfLocale(locale: string, cli: Cli): Language {
  return named(nameOfLocale(locale), cli);
}

function named(name: LanguageName, cli: Cli): Language {
  return name === 'en' ? ENGLISH : read(name, cli);
}

function usualLanguage(args: Pick<Arguments, 'has'>, audience: Audience, cli: Cli): LanguageName {
  const { env, terminal } = cli;
  if (audience === 'data') return 'en';
  const own = env[VARIABLE];
  if (own !== undefined && own !== '') {
    const known = languageNamed(own);
    if (known !== undefined) return known;
    throw new UsageError(
      message('{0} cannot be "{1}": it needs one of {2}.', VARIABLE, own, LANGUAGES.join(', ')),
    );
  }
  const isRead = audience === 'page' || (terminal && !args.has('output'));
  return isRead ? nameOfSystem(cli) : 'en';
}

function nameOfSystem({ env }: Pick<Cli, 'env'>): LanguageName {
  return nameOfLocale(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '');
}

/** A language as people and systems write its name: `ja`, `JA`, `ja-JP`, `ja_JP.UTF-8`; `undefined` where it is none of the program's. */
function languageNamed(text: string): LanguageName | undefined {
  const known = LANGUAGES.find((name) => name === text.toLowerCase().replace('_', '-'));
  if (known !== undefined) return known;
  const name = nameOfLocale(text);
  return name !== 'en' || /^en(?![a-z])/i.test(text) ? name : undefined;
}

/** `ja_JP.UTF-8` is Japanese. Traditional Chinese has no translation of its own, and is not served the simplified one. */
function nameOfLocale(locale: string): LanguageName {
  if (/^ja(?![a-z])/i.test(locale)) return 'ja';
  return /^zh(?:[_-](?:cn|sg|hans)(?![a-z])|$|[.@])/i.test(locale) ? 'zh-cn' : 'en';
}

/** By the file of their translations: a command asks for its language more than once. */
const READ = new Map<string, Language>();

/** The translations lie beside the program, as the editor reads them. */
function read(name: Translated, { home }: Cli): Language {
  const file = join(home, '../media/l10n', `bundle.l10n.${name}.json`);
  let language = READ.get(file);
  if (language === undefined) {
    const sentences = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
    language = {
      tag: TRANSLATED[name],
      translate: (template, ...args) => english(sentences[template] ?? template, ...args),
    };
    READ.set(file, language);
  }
  return language;
}
