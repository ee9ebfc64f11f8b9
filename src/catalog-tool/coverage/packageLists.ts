import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A name that a package says can be called at a host. */
export interface ListedName {
  /** Id of the host in `src/catalog/hosts`, or the package's own word for one that has no file there. */
  readonly host: string;
  readonly id: string;
}

/** The list of names in one version of a package. */
export interface PackageList {
  readonly package: string;
  readonly version: string;
  readonly isCurrent: boolean;
  readonly names: readonly ListedName[];
}

interface ListReader {
  readonly package: string;
  /** What the package installed in a folder lists. */
  readonly read: (root: string) => readonly ListedName[];
  /** Whether it lists what can be called on the day of its version, and no names of the past. */
  readonly isCurrent: boolean;
}

/** Packages that ship lists of hosted names. They are read as text; nothing of them is run. */
export const PACKAGES: readonly ListReader[] = [
  { package: '@ai-sdk/gateway', read: unionsOf('vercel'), isCurrent: true },
  { package: '@earendil-works/pi-ai', read: providersOfPi, isCurrent: true },
  { package: '@ai-sdk/amazon-bedrock', read: unionsOf('bedrock'), isCurrent: false },
  { package: '@ai-sdk/groq', read: unionsOf('groq'), isCurrent: false },
];

/** What the packages installed under a folder list, in the order of {@link PACKAGES}. Throws when one is missing or lists nothing. */
export function readPackageLists(folder: string): readonly PackageList[] {
  return PACKAGES.map(({ package: name, read, isCurrent }) => {
    const root = join(folder, 'node_modules', name);
    if (!existsSync(root)) throw new Error(`${name} is not installed under ${folder}`);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const names = unique(read(root));
    if (names.length === 0) throw new Error(`no list of names was found in ${name} ${version}`);
    return { package: name, version, isCurrent, names };
  });
}

function unionsOf(host: string): ListReader['read'] {
  return (root) => typeUnions(readFileSync(join(root, 'dist/index.d.ts'), 'utf8'), host);
}

/**
 * The names that types of models give: the literals of their unions (`type GatewayModelId = 'a/b' | 'c/d'`), and the keys of the
 * declared tables that they are derived from (`keyof typeof languageModels`).
 */
export function typeUnions(text: string, host: string): readonly ListedName[] {
  const unions = [...text.matchAll(/\btype \w*ModelIds? = ([^;]*);/g)].map(([, union = '']) => union);
  const literals = unions.flatMap((union) =>
    [...union.matchAll(/(?<!\[)'([^']+)'/g)].map(([, id = '']) => id),
  );
  const tables = [...text.matchAll(/\bkeyof typeof (\w*[Mm]odel\w*)/g)].map(([, table = '']) => table);
  return [...literals, ...[...new Set(tables)].flatMap((table) => keysOf(text, table))].map((id) => ({
    host,
    id,
  }));
}

/** The keys of `declare const table: { 'a': …; b: … };` as a bundler of declarations writes it: two spaces before each. */
function keysOf(text: string, table: string): readonly string[] {
  const start = text.indexOf(`declare const ${table}: {\n`);
  if (start < 0) return [];
  const body = text.slice(start, text.indexOf('\n};', start));
  return [...body.matchAll(/^ {2}'?([^\s':]+)'?: /gm)].map(([, key = '']) => key);
}

/** A file of JSON for each provider: by protocol, then by kind and name, an entry with `id` and `provider`. */
function providersOfPi(root: string): readonly ListedName[] {
  const folder = join(root, 'dist/providers/data');
  const files = readdirSync(folder).filter((name) => /^[\w-]+\.json$/.test(name));
  return files.sort().flatMap((file) => entriesOfPi(readFileSync(join(folder, file), 'utf8')));
}

export function entriesOfPi(text: string): readonly ListedName[] {
  const protocols = JSON.parse(text) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  return Object.values(protocols).flatMap((entries) =>
    Object.values(entries).flatMap((entry) => {
      const { id, provider } = entry as { readonly id?: unknown; readonly provider?: unknown };
      return typeof id === 'string' && typeof provider === 'string' ? [{ host: hostOf(provider), id }] : [];
    }),
  );
}

/** Words of packages for hosts that the catalog knows by another. */
const HOSTS: Readonly<Record<string, string>> = {
  'amazon-bedrock': 'bedrock',
  'cloudflare-ai-gateway': 'cloudflare',
  'cloudflare-workers-ai': 'cloudflare',
  'google-vertex': 'vertex',
  'kimi-coding': 'moonshot',
  meta: 'meta-llama',
  moonshotai: 'moonshot',
  'openai-codex': 'openai',
  'opencode-go': 'opencode',
  qwen: 'alibaba',
  'vercel-ai-gateway': 'vercel',
  zai: 'zhipu',
  'zai-coding': 'zhipu',
};

/** `minimax-cn` and `xiaomi-token-plan-sgp` are the same operator's endpoints elsewhere, or another way to pay for them. */
function hostOf(provider: string): string {
  const operator = provider.replace(/(?:-token-plan)?(?:-individual)?(?:-(?:cn|ams|sgp))?$/, '');
  return HOSTS[operator] ?? operator;
}

function unique(names: readonly ListedName[]): readonly ListedName[] {
  return [...new Map(names.map((name) => [`${name.host} ${name.id}`, name])).values()];
}
