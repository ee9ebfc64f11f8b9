import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { message, type Message, type PackageRegistry, readEndpoint } from '../core';

export const PUBLIC_REGISTRY = 'https://registry.npmjs.org';

/** Settings of npm by name, those that go before others first. */
type Settings = readonly ReadonlyMap<string, string>[];

/**
 * The registry that the user's own npm asks for a package: what the environment says (`npm_config_…`), else `.npmrc` in the home of the
 * user, else that of the machine. The `.npmrc` of a project is not read, for a workspace must not choose where anything is sent. See
 * https://docs.npmjs.com/cli/v11/configuring-npm/npmrc.
 * @returns why it cannot be asked, where it cannot
 */
export function npmRegistry(
  packageName: string,
  env: NodeJS.ProcessEnv,
  home = homedir(),
): { readonly registry: PackageRegistry } | { readonly refused: Message } {
  const settings = npmSettings(env, home);
  if (YES.has(valueOf(settings, 'offline') ?? '')) return { refused: message('npm is set to work offline') };
  const [scope = ''] = packageName.split('/', 1);
  const scoped = packageName.startsWith('@') ? valueOf(settings, `${scope}:registry`) : undefined;
  const address = scoped ?? valueOf(settings, 'registry') ?? PUBLIC_REGISTRY;
  const reading = readEndpoint(address, true);
  if ('refused' in reading)
    return {
      refused: message(
        'the registry that npm is set to ask cannot be asked: it must look like https://host or https://host/path',
      ),
    };
  const { endpoint } = reading;
  const host = endpoint.origin.slice(endpoint.origin.indexOf('//'));
  return {
    registry: { endpoint, authorization: (path) => authorizationFor(host, path, settings) },
  };
}

/** Variables that package managers set for what they start. */
const MANAGERS = ['npm_execpath', 'npm_config_user_agent', 'npm_lifecycle_event'];

const YES: ReadonlySet<string> = new Set(['true', '1']);

function npmSettings(env: NodeJS.ProcessEnv, home: string): Settings {
  const own = environmentSettings(env);
  const file = (name: string, usual: string): ReadonlyMap<string, string> =>
    readSettings(own.get(name) ?? usual, env);
  const user = file('userconfig', join(home, '.npmrc'));
  const prefix = own.get('prefix') ?? user.get('prefix') ?? dirname(dirname(process.execPath));
  return [own, user, file('globalconfig', join(prefix, 'etc', 'npmrc'))];
}

/**
 * `npm_config_registry` and the like, in any case of letters; a dash is written as an underscore. Where a package manager started the
 * program (`npx`, `npm run`), those in lower case are what it made of all its settings, those of the project among them: they are not
 * read. Windows does not tell the cases apart.
 */
function environmentSettings(env: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const isManaged = MANAGERS.some((name) => env[name] !== undefined);
  if (isManaged && process.platform === 'win32') return found;
  for (const [name, value] of Object.entries(env)) {
    const [, key] = (isManaged ? /^NPM_CONFIG_(.+)$/ : /^npm_config_(.+)$/i).exec(name) ?? [];
    if (key === undefined || value === undefined || value === '') continue;
    // A key that names a host or scope is taken as it is.
    found.set(/[/:@]/.test(key) ? key : key.toLowerCase().replace(/(?!^)_/g, '-'), value);
  }
  return found;
}

/** A file that is not there, or cannot be read, sets nothing. */
function readSettings(path: string, env: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of textOf(path).split(/\r?\n/)) {
    const [, name = '', value = 'true'] = /^\s*([^\s;#=][^=]*)(?:=(.*))?$/.exec(line) ?? [];
    if (name !== '') found.set(name.trim(), filledIn(unquoted(value.trim()), env));
  }
  return found;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function unquoted(value: string): string {
  const [, inner] = /^(["'])(.*)\1$/.exec(value)?.slice(1) ?? [];
  return inner ?? value;
}

/** `${NAME}` stands for a variable of the environment; one that is not set stays as it is written, and `${NAME?}` is then empty. */
function filledIn(value: string, env: NodeJS.ProcessEnv): string {
  return value.replace(
    /\$\{([^${}?]+)(\??)\}/g,
    (whole, name: string, optional: string) => env[name] ?? (optional === '' ? whole : ''),
  );
}

function valueOf(settings: Settings, name: string): string | undefined {
  return settings.find((values) => values.has(name))?.get(name);
}

/**
 * What the user's npm would send to a path of a host: credentials are set for a host and the beginning of a path, and the longest holds
 * (`//host/path/:_authToken`).
 */
function authorizationFor(host: string, path: string, settings: Settings): string | undefined {
  const parts = path.split('/').slice(0, -1);
  for (let length = parts.length; length >= 1; length--) {
    const place = `${host}${parts.slice(0, length).join('/')}/`;
    for (const key of [place, place.slice(0, -1)]) {
      const secret = credentialsAt(key, settings);
      if (secret !== undefined) return secret;
    }
  }
  return undefined;
}

function credentialsAt(place: string, settings: Settings): string | undefined {
  const token = valueOf(settings, `${place}:_authToken`);
  if (isSendable(token)) return `Bearer ${token}`;
  const both = valueOf(settings, `${place}:_auth`);
  if (isSendable(both)) return `Basic ${both}`;
  const [name, password] = [valueOf(settings, `${place}:username`), valueOf(settings, `${place}:_password`)];
  if (name === undefined || password === undefined) return undefined;
  // npm keeps the password in base64.
  return `Basic ${Buffer.from(`${name}:${Buffer.from(password, 'base64').toString('utf8')}`).toString('base64')}`;
}

/** What could not stand in a header is not sent: the failure would quote it. */
function isSendable(secret: string | undefined): secret is string {
  return secret !== undefined && /^[\x21-\x7e]{1,4096}$/.test(secret);
}

/**
 * What to add where a registry cannot be reached: Node.js asks the proxy of the environment only when it is told to. See
 * https://nodejs.org/api/cli.html (NODE_USE_ENV_PROXY).
 */
export function proxyHint(env: NodeJS.ProcessEnv): readonly Message[] {
  const isSet = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some(
    (name) => (env[name] ?? '') !== '',
  );
  return isSet && env['NODE_USE_ENV_PROXY'] !== '1'
    ? [
        message(
          'A proxy is set in the environment; Node.js uses it when NODE_USE_ENV_PROXY=1 is set too, in versions that have that.',
        ),
      ]
    : [];
}
