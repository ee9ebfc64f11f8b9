import { isModelLike } from '../../registries/names/families';
import { hasFileEnding } from '../../registries/names/hubId';
import { matchesOf } from '../../text/matches';
import { textBefore, textBehind } from '../../text/pieces';
import { calleeBefore } from '../brackets';
import { lastName } from '../intent';
import { isWeightsFile } from '../match';
import { GIVEN, mentioned, needing, type Needs, type Place } from './place';

/** What a text has that downloads weights to a folder which it names. */
const DOWNLOADS: Needs = {
  words: [
    'local_dir',
    'local-dir',
    'localdir',
    'cache_dir',
    'cache-dir',
    'cachedir',
    'cache_folder',
    'download-dir',
    'download_dir',
    'huggingface.co',
    'hf.co',
    'modelscope.c',
  ],
};

/** The keyword of what is downloaded to, and of what keeps whatever the call gets. */
const LOCAL = String.raw`local_?[dD]ir`;
const CACHE = String.raw`cache_?(?:[dD]ir|[fF]older)`;
/** What stands between a keyword and a part of its value: a quote, and the parts of the path before it. */
const UP_TO =
  String.raw`["']?\s{0,4}[:=]\s{0,4}(?:[\w.]{1,40}\((?:[\w."'/ ]{1,60},\s{0,4})?)?` +
  String.raw`[rf]?["'\x60][^"'\x60\n]{0,200}$`;
const IN_LOCAL = new RegExp(String.raw`(?<![\w-])["']?${LOCAL}${UP_TO}`);
const IN_CACHE = new RegExp(String.raw`(?<![\w-])["']?${CACHE}${UP_TO}`);
/** Calls of the clients of hubs that only download. */
const DOWNLOADS_ONLY = /^(?:snapshot_?[dD]ownload|hf_hub_download|model_file_download)$/;
/** Calls that get what lies at an address, and behind it the place to put it. */
const GETS = /^(?:clone_from|url_?retrieve|download_url_to_file)$/;
/** How far around a place its call or command is read, in characters. */
const REACH = 1_000;

/** A repository that is written in full, in quotes or as a word. */
const REPOSITORY = /(?<![\w./:@$}-])[\w.-]{1,96}\/[\w.-]{1,96}(?![\w./:@{$*-])/g;
/** What says that a repository follows, which need not be one that is known: the first argument, a keyword for it. */
const IN_ITS_PLACE =
  /(?:^\s*["'`]|\bdownload["'`,]{0,2}\s+(?:- )?["']?|(?:repo|model)(?:[-_]?id)?["']?\s{0,4}[=:\s]\s{0,4}["'`]?)$/i;
const ADDRESS = new RegExp(
  String.raw`(?:https://|git@)(?:huggingface\.co|hf\.co|(?:www\.)?modelscope\.c[no])[/:](?:models/)?` +
    String.raw`([\w.-]{1,96}/[\w.-]{1,96}?)(?:\.git|/[\w./?=-]{1,300})?(?=["'\x60\s,)\]]|$)`,
  'g',
);
/** What is no repository of a model. */
const OF_DATA = /\b(?:datasets?|spaces?)\b/;

/** What ends a command: the next one, and a line that neither goes on nor is an item of its list. */
const BOUNDARY = /&&|[;|[\](){}]|(?<!\\)\r?\n(?![ \t]{0,80}(?:- |["']))/g;
/** What stands between a flag and a part of its value. */
const TO_VALUE = String.raw`["']?(?:\s*,\s*|=|\s+(?:- )?)["']?[^"'\x60\s,]{0,200}$`;
const IN_LOCAL_FLAG = new RegExp(String.raw`(?<![\w-])--local[-_]dir${TO_VALUE}`);
const IN_CACHE_FLAG = new RegExp(String.raw`(?<![\w-])--(?:cache|download)[-_]dir${TO_VALUE}`);
/** Programs that get what lies at an address, each with its flags for the folder or the file that it writes. */
const TO_FILE: readonly RegExp[] = [
  ['curl', '-o|--output|--output-dir'],
  ['wget', '-[OP]|--output-document|--directory-prefix'],
  ['aria2c', '-[od]|--out|--dir'],
].map(([program = '', flags = '']) => {
  return new RegExp(String.raw`(?<![\w-])${program}\b[^]*(?<![\w-])(?:${flags})${TO_VALUE}`);
});
const CLONES = /\bclone\b/;
/** Directly behind an address, up to a part of the next word. */
const NEXT_WORD = /^["'`]?,?\s+(?:- )?["'`]?[^\s"'`,=:]*$/;

/**
 * `hf download owner/name --local-dir /models/command-r`, `snapshot_download("owner/name", local_dir="…")`: the folder
 * that a download goes to, which is called as somebody likes. What is downloaded has to be written in place by a name
 * that the catalog knows or that says a model: else the folder alone tells what it is. What is said of files beside
 * their addresses is told elsewhere.
 */
export const folderOfDownload = needing(DOWNLOADS, (place) =>
  !isWeightsFile(place.match) && (isOfCall(place) || isOfCommand(place))
    ? mentioned(undefined, GIVEN)
    : undefined,
);

function isOfCall(place: Place): boolean {
  const { text, start, site, knowledge } = place;
  if (site.where !== 'code') return false;
  const before = textBefore(text, start, REACH);
  const isCache = IN_CACHE.test(before);
  const isKeyword = isCache || IN_LOCAL.test(before);
  const calls = knowledge.brackets.around(start).filter(({ mark }) => mark === '(');
  return calls.slice(0, 3).some((bracket) => {
    const name = lastName(calleeBefore(text, bracket));
    const given = text.slice(Math.max(bracket.at + 1, start - REACH), start);
    const others = othersOf(place, given, Math.min(REACH, bracket.close - start));
    if (others.some((part) => OF_DATA.test(part))) return false;
    return isKeyword
      ? (isCache || DOWNLOADS_ONLY.test(name)) && others.some((part) => namesModel(place, part))
      : GETS.test(name) && isAtAddress(place, given);
  });
}

function isOfCommand(place: Place): boolean {
  const { text, start, end } = place;
  const before = textBefore(text, start, REACH);
  const from = [...matchesOf(before, BOUNDARY)].at(-1);
  const given = from === undefined ? before : before.slice(from.index + from[0].length);
  const [next] = matchesOf(textBehind(text, end, REACH), BOUNDARY);
  const others = othersOf(place, given, end - start + (next?.index ?? REACH));
  if (others.some((part) => OF_DATA.test(part))) return false;
  const isDownload = (): boolean => others.some((part) => /\bdownload\b/.test(part));
  if (IN_CACHE_FLAG.test(given) || (IN_LOCAL_FLAG.test(given) && isDownload()))
    return others.some((part) => namesModel(place, part));
  if (TO_FILE.some((form) => form.test(given))) return others.some((part) => isAtAddress(place, part));
  return CLONES.test(given) && isAtAddress(place, given, NEXT_WORD);
}

/** What stands before and behind the whole path that a place is a part of. */
function othersOf({ text, start }: Place, given: string, most: number): readonly string[] {
  let from = given.length;
  while (from > 0 && !ENDS_PATH.test(given.charAt(from - 1))) from--;
  const behind = textBehind(text, start, most);
  return [given.slice(0, from), behind.slice(ENDS_PATH.exec(behind)?.index ?? behind.length)];
}
const ENDS_PATH = /["'`\s,=]/;

/** Whether a part of a call or a command names a repository that is known, or one that is called after its model. */
function namesModel({ knowledge }: Place, part: string): boolean {
  return [...matchesOf(part, REPOSITORY)].some(
    ({ 0: id, index }) =>
      knowledge.knows(id) || (isCalledAfterModel(id) && IN_ITS_PLACE.test(textBefore(part, index, 60))),
  );
}

/** The same by its address. */
function isAtAddress({ knowledge }: Place, part: string, behind = /^/): boolean {
  return [...matchesOf(part, ADDRESS)].some(
    ({ 0: all, 1: id = '', index }) =>
      (knowledge.knows(id) || isCalledAfterModel(id)) && behind.test(part.slice(index + all.length)),
  );
}

function isCalledAfterModel(id: string): boolean {
  return isModelLike(id.slice(id.indexOf('/') + 1)) && !hasFileEnding(id);
}
