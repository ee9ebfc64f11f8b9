import { byName, inFolder, words } from './found';
import {
  CODE_EXTENSIONS,
  DATA,
  DATA_EXTENSIONS,
  DOCS,
  EXAMPLES,
  isDocument,
  NOTEBOOKS,
  OF_RUNS,
  ONLY_OUTSIDE,
  type Parts,
  type Rule,
  RUN_EXTENSIONS,
  TESTS,
} from './pathParts';
import { isInSources, isOfTests, isOfTestsAt } from './tests';

/**
 * Documentation, examples and data, by folders and names: also what fills a database or a new project, and
 * notebooks.
 */

const PAPERS = new RegExp(
  String.raw`^(?:readme|changelog|changes|history|news|contributing|security|authors|code_of_conduct|roadmap|` +
    String.raw`faq|upgrading|release[-_ ]?notes|migrat\w*guide|third[-_]party[-_]notices|notice)(?:[._-].*)?$`,
);

export const papers: Rule = (parts) => {
  const { file, name, folders } = parts;
  return PAPERS.test(name) &&
    (isDocument(parts) || !name.includes('.')) &&
    !folders.some((folder) => TESTS.has(folder) && folder !== 'test' && folder !== 'tests')
    ? byName('docs', file)
    : undefined;
};

/** Folders that fill a database when a project is set up: of Rails, Laravel, Prisma, Ecto, Entity Framework. */
const SEEDS = words('seeds seeders seeder db-seeds db_seeds');
/** Files that do, and those that load fixtures into one. */
const SEED_FILES = new RegExp(
  String.raw`^(?:(?:(?:db|database|data)[-_])?(?:seeds?|seeder|populate)(?:[-_.][\w.-]{1,80})?|` +
    String.raw`[\w-]{1,80}(?:[-_.]seeder|\.seeds?|_populate|_fixtures?_loader|_load_fixtures?))\.\w+$`,
);
/** `ModelSeeder.php`, `DataSeeder.cs`: told by the capital. */
const SEED_CLASSES = /^\w{0,80}(?:Seeder|FixtureLoader|DataPopulator)\.(?:php|cs|java|kt|ts|swift|scala)$/;

/**
 * Code that fills a database: the names that it writes are records, which people may change there. A script of SQL
 * may be all that sets a product up.
 */
export const seeding: Rule = ({ folders, file, name, extension }) => {
  if (!CODE_EXTENSIONS.has(extension) || extension === 'sql') return undefined;
  if (folders.some((one) => isOfTests(one, extension))) return undefined;
  const folder = folders.find((one) => SEEDS.has(one));
  if (folder !== undefined) return inFolder('data', folder);
  return SEED_FILES.test(name) || SEED_CLASSES.test(file) ? byName('data', file) : undefined;
};

/** A folder or file whose name is filled in when a project is made from it: Cookiecutter, Copier, Yeoman. */
const PLACEHOLDER =
  /\{\{.{1,80}?\}\}|\{%.{1,80}?%\}|<%=.{1,80}?%>|^__(?:project|package|module|app)_?\w{0,20}__$/;

/** The first project that people have: they change it before they ship it. */
export const template: Rule = ({ folders, file }) => {
  const folder = folders.find((one) => PLACEHOLDER.test(one));
  if (folder !== undefined) return inFolder('example', folder);
  return PLACEHOLDER.test(file) || file === 'cookiecutter.json' ? byName('example', file) : undefined;
};
/** Where people try things out: of code in such folders a product may be made, of notebooks there none is. */
const TRIALS = words('experiment experiments exploration explorations prototype prototypes scratch');

/**
 * Notebooks that lie together, and the scripts that they run: people read them and try things out, and no product is
 * made of them.
 */
export const notebook: Rule = ({ folders, extension }) => {
  const trial = extension === 'ipynb' ? folders.find((one) => TRIALS.has(one)) : undefined;
  if (trial !== undefined) return inFolder('example', trial);
  const at = folders.findIndex((one) => NOTEBOOKS.test(one));
  const [own, inner = ''] = at < 0 ? [] : folders.slice(at);
  return own !== undefined && (extension === 'ipynb' || OF_NOTEBOOKS.has(inner))
    ? inFolder('example', own)
    : undefined;
};
const OF_NOTEBOOKS = words('script scripts util utils helper helpers');

/** The outermost folder that says something: a test in an example is part of the example. */
export const folder: Rule = (parts) => {
  for (const at of parts.folders.keys()) {
    const told = ofFolder(parts, at);
    if (told !== undefined) return told;
  }
  return undefined;
};

/** Services that run together: no data, whatever the folder is called. */
const COMPOSE = /^(?:docker-)?compose(?:[._-][\w.-]{0,60})?\.ya?ml$/;

/**
 * A package of what is built, whatever it is called: tests have a folder of their own beside it,
 * https://maven.apache.org/guides/introduction/introduction-to-the-standard-directory-layout.html
 */
function isOfMain(folders: readonly string[], at: number): boolean {
  const main = folders.indexOf('main');
  return main > 0 && main < at && folders[main - 1] === 'src' && OF_JVM.has(folders[main + 1] ?? '');
}
const OF_JVM = words('java kotlin scala groovy');

/** Workflows that start by hand: `workflows/Manual/summary.json`. */
function isOfWorkflows({ folders, extension }: Parts, at: number): boolean {
  return folders[at - 1] === 'workflows' && /^manuals?$/.test(folders[at] ?? '') && extension === 'json';
}

/** What one of the folders that a file is in says of it. */
function ofFolder(parts: Parts, at: number): ReturnType<Rule> {
  const { folders } = parts;
  const one = folders[at] ?? '';
  if (isOfTestsAt(parts, at) && !isOfMain(folders, at)) return inFolder('test', one);
  if (isOfDocs(parts, at)) return inFolder('docs', one);
  if (isOfExamples(parts, at)) return inFolder(isDocument(parts) ? 'docs' : 'example', one);
  return isOfData(parts, one) ? inFolder('data', one) : undefined;
}

function isOfDocs(parts: Parts, at: number): boolean {
  const { folders } = parts;
  return DOCS.has(folders[at] ?? '') && !isPage(folders, at) && !isOfWorkflows(parts, at);
}

function isOfData({ file, extension }: Parts, folder: string): boolean {
  if (COMPOSE.test(file)) return false;
  if (DATA.has(folder) || folder.startsWith('.triage')) return DATA_EXTENSIONS.has(extension);
  return OF_RUNS.test(folder) && RUN_EXTENSIONS.has(extension);
}

/** Inside the sources of a product some of these words are names of its parts. */
function isOfExamples({ folders, extension }: Parts, at: number): boolean {
  const name = folders[at] ?? '';
  if (COLLECTION.test(name)) return !isInSources(folders, at);
  // Go has neither pages nor packages that are called by a domain: there it is a program of its own.
  const isGoExample = extension === 'go' && GO_EXAMPLES.has(name);
  const isOne = EXAMPLES.has(name) || name.split(/[-_]and[-_]/).some((part) => MANY_EXAMPLES.has(part));
  return isOne && (isGoExample || !(ONLY_OUTSIDE.has(name) && isInSources(folders, at)));
}

const GO_EXAMPLES = words('example sample');

/** A collection of them by its name: `transformers.js-examples`, `azure-samples`. What a prompt is given is none. */
const COLLECTION = new RegExp(
  String.raw`^(?!.*(?:shot|prompt|train|test|eval|data|voice|audio|image))[\w.-]{2,60}[-_]` +
    String.raw`(?:examples|samples|demos|tutorials)$`,
);

/** Of such words, those that also stand beside another: `tutorials-and-examples`. */
const MANY_EXAMPLES = words('examples samples demos tutorials');

/** `src/pages/docs`, `app/blog`: a page of the product. */
function isPage(folders: readonly string[], at: number): boolean {
  return PAGES.has(folders[at] ?? '') && isInSources(folders, at);
}

const PAGES = words('book books guide guides manual posts blog help man website wiki');

/**
 * Requests that people send by hand from an editor, as collections of them are elsewhere:
 * https://www.jetbrains.com/help/idea/http-client-in-product-code-editor.html
 */
const REQUESTS = words('http rest');

/** Folders whose files are called after models, and after what these do: `models/paint_by_example.py`. */
const CALLED_AFTER = /^(?:models?|networks?|architectures?|backbones?|samplers?)$/;

export const document: Rule = (parts) => {
  const { file, extension } = parts;
  if (/\.(?:prompt|instructions|chatmode|agent)\.md$/.test(parts.name)) return undefined;
  if (isDocument(parts) || REQUESTS.has(extension)) return byName('docs', file);
  const name = file.toLowerCase();
  const isExample =
    /^(?:example|sample)s?[-_.]|^demos?\./.test(name) ||
    (/(?<!by)[-_](?:example|sample)\.\w+$/.test(name) && !CALLED_AFTER.test(parts.folders.at(-1) ?? ''));
  if (isExample && (CODE_EXTENSIONS.has(extension) || isOfSample(name, extension)))
    return byName('example', file);
  return TAKEN_DOWN.has(extension) ? byName('data', file) : undefined;
};
/** What programs write down, one entry after the other. */
const TAKEN_DOWN = words('jsonl ndjson csv tsv log har parquet');

/** One sample among others, `example-polis.json`; settings to start from are none, `example-config.yaml`. */
function isOfSample(name: string, extension: string): boolean {
  return (
    SAMPLES.has(extension) && /^(?:example|sample)s?[-_]/.test(name) && !SETTINGS_TO_START_FROM.test(name)
  );
}
const SAMPLES = words('json yaml yml toml');

const SETTINGS_TO_START_FROM = new RegExp(
  String.raw`config|settings?|env|values|options|compose|deploy|manifest|policy|package|pipeline|workflow|stack|` +
    String.raw`docker|helm|litellm|secret`,
);
