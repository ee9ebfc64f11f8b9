import type { TextRange } from '../text/range';
import { LETTER, OTHER, QUOTE, shapeOf } from '../text/shape';
import { languageOf } from '../documents/fileTypes';
import { SWITCHES } from '../registries/tables';
import { readLanguage } from './readers/read';
import type { Registry } from '../vocabulary';
import { keyKind } from './signatures/keys';
import type { Intake } from './site';

/** Languages whose files give names to values for other files to read. */
const CONFIGURATION = new Set(['dotenv', 'yaml', 'json', 'jsonc', 'toml', 'ini', 'properties', 'dockerfile']);
/** Shortest and longest value that may name a model. */
const SHORTEST = 2;
const LONGEST = 300;
/** How variables of the environment are called that hold an address. */
const ADDRESS_NAME = /^[A-Z][A-Z\d_]*(?:UR[IL]|BASE|ENDPOINT|HOST|ADDRESS|SERVER|GATEWAY)[A-Z\d_]*$/;

/** Under this name is kept whom clients of a program ask that could ask a service: no setting is called so. */
const askedName = (from: Registry): string => `clients of ${from}`;

/** Variables that turn a client to another service. */
const SWITCH_NAMES: ReadonlySet<string> = new Set(
  SWITCHES.flatMap(([, { variable, from }]) => [variable, askedName(from)]),
);

/**
 * Whether a name is that of a variable which turns a client to another service: it holds for the program that reads
 * it, never for the others of a tree.
 */
export function isSwitch(name: string): boolean {
  return SWITCH_NAMES.has(name);
}

/** The one service that clients of a program ask instead of another; `undefined` where none is told for sure. */
export function askedInstead(values: ReadonlyMap<string, string>, of: Registry): string | undefined {
  return values.get(askedName(of)) || undefined;
}

/** Whether the manifest of a program says that it uses clients which may be turned to another service. */
export function usesTurnedClients(manifest: string): boolean {
  return SWITCHES.some(([, { packages }]) => packages.test(manifest));
}

/**
 * What code, a script or Terraform sets of the variables that turn clients, and whom its own clients ask: by the name
 * of the variable, or one of {@link askedInstead}.
 */
export function collectTurnedClients(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [to, { variable, from, makes, makesFrom }] of SWITCHES) {
    const set = text.includes(variable) ? new RegExp(variable + GIVEN, 'i').exec(text)?.[1] : undefined;
    if (set !== undefined) values.set(variable, set);
    if (makesFrom.test(text)) values.set(askedName(from), '');
    else if (makes.test(text)) values.set(askedName(from), to);
  }
  return values;
}

/** `"] = "1"`, `", "true")`, `=TRUE`, `"` and `value = "1"` on the next line: what a variable is given. */
const GIVEN =
  String.raw`["'\x60]?\]?\s{0,20}(?:(?:[=:,](?!=)|\?\?|\|\|)\s{0,20}(?:value\s{0,8}[=:]\s{0,8})?|` +
  String.raw`value\s{0,8}[=:]\s{0,8})["'\x60]?(1|0|true|false|yes|no|on|off)\b`;

/** Whether a switch is on. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && /^(?:1|true|yes|on)$/i.test(value);
}

/** Whether a file is one that gives names to values. */
export function isConfiguration(path: string): boolean {
  return CONFIGURATION.has(languageOf(path));
}

/** Whether a name is that of a variable of the environment which holds an address. */
export function isAddressName(name: string): boolean {
  return ADDRESS_NAME.test(name);
}

/** Whether a value is the address of a server, as far as it is written. */
export function isAddress(value: string): boolean {
  return /^(?:https?|wss?|grpc):\/\/[^\s"'`{}$]+$/i.test(value);
}

/**
 * The values that a configuration file gives to names which may stand for models, for the address of a client, or for
 * the service that it is turned to: `MODEL_ID` and `LLM_URL` of an `.env`, `model_name` of a YAML file. Code that reads
 * them by name is resolved with them. Empty for files that are no configuration. Of several values of one name the
 * first counts.
 */
export function collectConfigValues(text: string, path: string): ReadonlyMap<string, string> {
  if (!isConfiguration(path)) return new Map();
  const language = languageOf(path);
  const recorder = new Recorder(text);
  readLanguage(recorder, language, { start: 0, end: text.length });
  return recorder.values;
}

/** How an address begins in base64: `http`. */
const ENCODED_ADDRESS = /^aHR0c[A-Za-z\d+/]{4,400}={0,2}$/;

/** The digits of base64, in order: https://www.rfc-editor.org/rfc/rfc4648#section-4 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** An address, also as a secret of Kubernetes keeps it: https://kubernetes.io/docs/concepts/configuration/secret/ */
function plainAddress(value: string): string {
  return ENCODED_ADDRESS.test(value) ? decoded(value).trim() : value;
}

/** What a value in base64 says, a character for a byte, as addresses are written. */
function decoded(value: string): string {
  let bits = 0;
  let count = 0;
  let text = '';
  for (const digit of value.replaceAll('=', '')) {
    bits = ((bits << 6) | DIGITS.indexOf(digit)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    text += String.fromCharCode((bits >> count) & 0xff);
  }
  return text;
}

/** Keeps the definitions and lets everything else pass. */
class Recorder implements Intake {
  readonly values = new Map<string, string>();
  readonly accepted = 0;

  constructor(readonly text: string) {}

  value(): void {}
  constant(): void {}
  candidate(): void {}
  prose(): void {}
  command(): void {}
  dynamic(): void {}
  asks(): void {}
  passed(): void {}
  withdraw(): void {}
  pin(): void {}

  embed(): boolean {
    return true;
  }

  isPromised(): boolean {
    return false;
  }

  mayBeName(): boolean {
    return false;
  }

  newGroup(): number {
    return 0;
  }

  programOf(): undefined {
    return undefined;
  }

  importOf(): undefined {
    return undefined;
  }

  factoryFrom(): undefined {
    return undefined;
  }

  define(name: string, { start, end }: TextRange): void {
    if (this.values.has(name) || end - start > LONGEST) return;
    if (isSwitch(name)) this.values.set(name, this.text.slice(start, end));
    if (end - start < SHORTEST) return;
    if (keyKind(name) === 'model') {
      const shape = shapeOf(this.text, start, end);
      if ((shape & LETTER) !== 0 && (shape & (OTHER | QUOTE)) === 0)
        this.values.set(name, this.text.slice(start, end));
    } else if (ADDRESS_NAME.test(name)) {
      const value = plainAddress(this.text.slice(start, end));
      if (isAddress(value)) this.values.set(name, value);
    }
  }
}
