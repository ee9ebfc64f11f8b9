import { countryNames } from '../countryNames';
import { isDay } from '../isoDay';
import { message, type Message } from '../message';
import { closest } from '../text/closest';
import { LICENSE_CATEGORIES, type LicenseCategory } from '../vocabulary';
import { isPackagePolicy, namesPackage } from './packagePolicy';
import { countryCodes, EUROPEAN_UNION, isCountryCode, looksLikeCountry } from './regions';
import { RULE_CODES } from './rules';
import type { TextForm } from './shape';

/** Why a text does not have its form, and what was probably meant. */
export interface FormProblem {
  readonly message: Message;
  readonly suggestion?: string;
}

/** Longer values are no names or sentences of a policy. */
const MAX_TEXT_LENGTH = 2_000;
const MAX_GLOB_LENGTH = 300;

const CATEGORY_PREFIX = 'category:';

export function checkTextForm(text: string, form: TextForm): FormProblem | undefined {
  if (text.trim() === '') return { message: message('The text is empty') };
  if (text.length > MAX_TEXT_LENGTH)
    return { message: message('The text is longer than {0} characters', MAX_TEXT_LENGTH) };
  return CHECKS[form](text);
}

const CHECKS: Readonly<Record<TextForm, (text: string) => FormProblem | undefined>> = {
  prose: () => undefined,
  word: checkWord,
  license: () => undefined,
  date: checkDate,
  rule: checkRule,
  selector: checkSelector,
  region: checkRegion,
  country: checkCountry,
  origin: checkOrigin,
  glob: checkGlob,
  model: checkModel,
  path: checkPath,
  host: checkHost,
  duration: checkDuration,
  sha256: checkSha256,
};

function checkWord(text: string): FormProblem | undefined {
  return /^[\p{L}\p{M}\p{N}_$@-]+(?:(?:\.|::|->)[\p{L}\p{M}\p{N}_$@-]+)*$/u.test(text)
    ? undefined
    : { message: message('A name of code or of a setting has no blanks or other marks: "{0}"', text) };
}

function checkSha256(text: string): FormProblem | undefined {
  return /^[0-9a-f]{64}$/i.test(text)
    ? undefined
    : { message: message('A SHA-256 has 64 hexadecimal digits: "{0}"', text) };
}

function checkDate(text: string): FormProblem | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
    return { message: message('A date is written YYYY-MM-DD: "{0}"', text) };
  return isDay(text) ? undefined : { message: message('There is no day {0}', text) };
}

function checkRule(text: string): FormProblem | undefined {
  if (RULE_CODES.includes(text)) return undefined;
  const near = closest(text, RULE_CODES);
  if (near === undefined) return { message: message('There is no rule "{0}"', text) };
  return { message: message('There is no rule "{0}"; did you mean "{1}"?', text, near), suggestion: near };
}

function checkSelector(text: string): FormProblem | undefined {
  const category = categoryOf(text);
  if (category === undefined || isCategory(category)) return undefined;
  const near = closest(category, LICENSE_CATEGORIES);
  if (near === undefined)
    return {
      message: message(
        'There is no license category "{0}"; there are {1}',
        category,
        LICENSE_CATEGORIES.join(', '),
      ),
    };
  return {
    message: message('There is no license category "{0}"; did you mean "{1}"?', category, near),
    suggestion: CATEGORY_PREFIX + near,
  };
}

/** What follows `category:`, or `undefined` for a license. */
export function categoryOf(selector: string): string | undefined {
  return selector.startsWith(CATEGORY_PREFIX) ? selector.slice(CATEGORY_PREFIX.length).trim() : undefined;
}

export function isCategory(text: string): text is LicenseCategory {
  return (LICENSE_CATEGORIES as readonly string[]).includes(text);
}

function checkRegion(text: string): FormProblem | undefined {
  return text.toUpperCase() === EUROPEAN_UNION ? undefined : checkCountry(text);
}

function checkCountry(text: string): FormProblem | undefined {
  if (isCountryCode(text.toUpperCase())) return undefined;
  const code = codeOfCountry(text);
  if (code === undefined) return { message: message('"{0}" is not a country code of ISO 3166-1', text) };
  return {
    message: message('"{0}" is not a country code of ISO 3166-1; did you mean "{1}"?', text, code),
    suggestion: code,
  };
}

/** Two letters are meant as a country, anything longer as an organization, unless it is a country's name. */
function checkOrigin(text: string): FormProblem | undefined {
  return looksLikeCountry(text) || codeOfCountry(text) !== undefined ? checkRegion(text) : undefined;
}

/** Two letters are meant as a country, anything longer as a host, unless it is a country's name. A host that nobody knows is its address. */
function checkHost(text: string): FormProblem | undefined {
  if (looksLikeCountry(text) || codeOfCountry(text) !== undefined) return checkRegion(text);
  if (/^[a-z\d][a-z\d.-]*$/i.test(text)) return undefined;
  return {
    message: message(
      'A host is written as its id or the name in its address, a country with two letters, this project as self: "{0}"',
      text,
    ),
  };
}

function checkDuration(text: string): FormProblem | undefined {
  return daysOf(text) === undefined
    ? { message: message('A time is written in days or weeks, as in 60d or 8w: "{0}"', text) }
    : undefined;
}

/** The days of `60d` or `8w`; `undefined` for other texts. */
export function daysOf(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,4})([dw])$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * (unit === 'w' ? 7 : 1);
}

/** The names of countries in the languages that the program speaks, in lower case, with their codes. */
let codesByName: ReadonlyMap<string, string> | undefined;

/** The code of a country by its name, to suggest it to those who wrote the name. */
function codeOfCountry(name: string): string | undefined {
  codesByName ??= new Map([
    ['uk', 'GB'],
    ...['en', 'ja', 'zh-CN']
      .map((tag) => countryNames([tag]))
      .flatMap((nameOf) =>
        countryCodes().map((code) => [nameOf(code)?.toLowerCase() ?? code, code] as const),
      ),
  ]);
  return codesByName.get(name.trim().toLowerCase());
}

function checkGlob(text: string): FormProblem | undefined {
  if (text.length > MAX_GLOB_LENGTH)
    return { message: message('A glob has at most {0} characters', MAX_GLOB_LENGTH) };
  return text.startsWith('!')
    ? { message: message('A glob cannot be turned round with "!": list what is meant') }
    : undefined;
}

function checkModel(text: string): FormProblem | undefined {
  return /\s/.test(text) ? { message: message('A model id has no blanks: "{0}"', text) } : undefined;
}

function checkPath(text: string): FormProblem | undefined {
  if (namesPackage(text))
    return isPackagePolicy(text)
      ? undefined
      : {
          message: message(
            'A package is written as `npm:` and its name, perhaps with the path of a file in it: "{0}"',
            text,
          ),
        };
  const isElsewhere =
    text.startsWith('/') || text.startsWith('~') || text.includes('\\') || text.includes(':');
  if (isElsewhere)
    return {
      message: message(
        'A policy builds on files of its own workspace: write a path relative to this file, with "/"',
      ),
    };
  return /\.ya?ml$/.test(text) ? undefined : { message: message('A policy is a .yaml file: "{0}"', text) };
}
