import { readPolicy } from './readPolicy';
import { MAX_POLICY_LENGTH } from './yamlTree';

const FILE = /\.(?:ya?ml|json)$/i;
const VERSION = /(?:^|[\n{,])[ \t]{0,40}["']?version["']?[ \t]{0,4}:[ \t]{0,4}1\b/;
/** Keys that say rules, or what these are for. The others of a policy stand in settings of many programs. */
const RULES = new RegExp(
  String.raw`(?:^|[\n{,])[ \t]{0,40}["']?(?:extends|locked|use|require|licenses|origins|hosting|exceptions` +
    String.raw`|duties|contexts|allow|deny)["']?[ \t]{0,4}:`,
);

/** Whether a file is a policy by what it holds: one without a mistake, which others may build on under any name. */
export function holdsPolicy(path: string, text: string): boolean {
  return (
    FILE.test(path) &&
    text.length <= MAX_POLICY_LENGTH &&
    VERSION.test(text) &&
    RULES.test(text) &&
    readPolicy(text, path).policy !== undefined
  );
}
