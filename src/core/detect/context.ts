import { isScriptFile } from '../documents/fileTypes';
import { message, type Message } from '../message';
import { once } from '../once';
import { unreadRanges } from '../text/lexicalState';
import { textBefore, textBehind } from '../text/pieces';
import { covers, type TextRange } from '../text/range';
import { isInOne } from '../text/sorted';
import { matchesOf } from '../text/matches';
import type { Context } from '../vocabulary';
import { untilClosed } from './brackets';
import { isApiDescription } from './apiDescription';
import { makeTargets, taskTargets } from './makeTargets';

/**
 * The part of the project that a text belongs to: by the habits of the ecosystems (folders and file names), then by
 * what the text says of itself (a test framework that it imports, the class that a migration extends). What nothing
 * tells is the product.
 */
export interface Contexts {
  /** The context of a place, and what decided it: no reason for the product. */
  at(offset: number): ContextFound;
  /** The text describes an interface, or collects requests to try one: what it names are samples. */
  readonly isDescription?: boolean;
}

export interface ContextFound {
  readonly context: Context;
  readonly why: Message | undefined;
}

const PRODUCT: ContextFound = { context: 'product', why: undefined };
/** How much of a text is looked at for what it says of itself: imports and class names stand at its beginning. */
const HEAD = 6_000;

/**
 * The contexts of a text's places. The path is relative to the project, with `/`. Path and text are read when a context
 * is first asked for: most texts name no model.
 */
export function contextsOf(path: string, text: string): Contexts {
  const contexts = once(() => readContexts(path, text));
  return {
    at: (offset) => contexts().at(offset),
    get isDescription() {
      return contexts().isDescription === true;
    },
  };
}

function readContexts(path: string, text: string): Contexts {
  if (isInstruction(path, text)) return inParts(text, fencedCode, PRODUCT);
  const byPath = pathContext(path);
  if (isApiDescription(path, text)) return { at: () => byPath ?? DESCRIPTION, isDescription: true };
  if (byPath !== undefined)
    return INSTRUCTIONS.test(path) && byPath.context === 'tooling'
      ? inParts(text, fencedCode, byPath)
      : { at: () => byPath };
  const head = text.slice(0, HEAD);
  const byText = textContext(path, head);
  if (byText !== undefined) return { at: () => byText };
  const partsIn = PARTS.find(([file]) => file.test(path))?.[1];
  return partsIn === undefined ? { at: () => PRODUCT } : inParts(text, partsIn, PRODUCT);
}

/** The contexts of parts of a text, which are looked for when the first place is asked for, and of the rest. */
function inParts(
  text: string,
  partsIn: (text: string) => readonly PartFound[],
  rest: ContextFound,
): Contexts {
  const parts = once(() => joined(partsIn(text)));
  return { at: (offset) => parts().find(({ ranges }) => isInOne(ranges, offset))?.found ?? rest };
}

interface PartFound {
  readonly range: TextRange;
  readonly found: ContextFound;
}

/** All parts of a text that have a context, in order and apart from each other. */
interface PartsFound {
  readonly found: ContextFound;
  readonly ranges: readonly TextRange[];
}

/** Parts by their contexts, the first one's first. */
function joined(parts: readonly PartFound[]): readonly PartsFound[] {
  return [...new Set(parts.map(({ found }) => found))].map((found) => ({
    found,
    ranges: apart(parts.filter((part) => part.found === found).map(({ range }) => range)),
  }));
}

/** Ranges in order without those in others: a test of Rust is in the module for tests. */
function apart(ranges: readonly TextRange[]): readonly TextRange[] {
  const kept: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start))
    if (range.end > (kept.at(-1)?.end ?? 0)) kept.push(range);
  return kept;
}

/** Markdown that a program runs: an agent, command or skill whose front matter says which model it asks. */
function isInstruction(path: string, text: string): boolean {
  return INSTRUCTION.test(path) && contextOfPath(path) === 'docs' && SAYS_MODEL.test(text);
}

const INSTRUCTION = /(?:^|\/)(?:agents|commands|skills|prompts|chatmodes|droids|subagents)\/.*\.mdx?$/;
const SAYS_MODEL = /^---[^\n]*\n(?:(?!---)[^\n]*\n)*?model:/;

/** The contexts of a file all of whose places belong to a part of the project, as a folder that it is in says. */
export function contextsBelow(context: Context, folder: string): Contexts {
  const below = inFolder(context, folder);
  return { at: () => below };
}

/** The context of a path alone, for files that are not read as text. */
export function contextOfPath(path: string): Context {
  return (pathContext(path) ?? PRODUCT).context;
}

interface Parts {
  /** Lower-case names of the folders, outermost first. */
  readonly folders: readonly string[];
  /** The file's name as it is written, and in lower case without the marks of a template of settings. */
  readonly file: string;
  readonly name: string;
  readonly extension: string;
}

function pathContext(path: string): ContextFound | undefined {
  const parts = partsOf(path);
  for (const rule of RULES) {
    const found = rule(parts);
    if (found !== undefined) return found;
  }
  return undefined;
}

function partsOf(path: string): Parts {
  const folders = path.replaceAll('\\', '/').split('/');
  const file = folders.pop() ?? '';
  const name = withoutTemplateMark(file.toLowerCase());
  return {
    folders: folders
      .map((folder) => folder.toLowerCase())
      .filter((folder) => folder !== '' && folder !== '.'),
    file,
    name,
    extension: name.slice(name.lastIndexOf('.') + 1),
  };
}

/** `.env.example`, `values.sample.yaml`: a template of settings has the context of the file that it becomes. */
function withoutTemplateMark(name: string): string {
  return name.replace(/[.\-_](?:example|sample|template|tmpl|tpl|dist|default|defaults)(?=\.|$)/g, '');
}

type Rule = (parts: Parts) => ContextFound | undefined;

const found = (context: Context, why: Message): ContextFound => ({ context, why });
const inFolder = (context: Context, folder: string): ContextFound =>
  found(context, message('the file is below {0}', `${folder}/`));
const byName = (context: Context, file: string): ContextFound =>
  found(context, message('the file is called {0}', file));

const DESCRIPTION = found('docs', message('the text describes an interface'));
/** Whether what stands at a place is a part of a description of an interface, as all of a text may be. */
export function isDescribedAt(contexts: Contexts, at: number): boolean {
  return contexts.isDescription === true || contexts.at(at).why === DESCRIPTION.why;
}
const TEST_FUNCTION = found('test', message('the place is in a function that tests'));
const TEST_TARGETS = found('test', message('only targets of tests use it'));
const DEVELOPER_TARGETS = found('tooling', message('only targets for developers use it'));
const PREVIEW = found('test', message('the place is in a preview of a view'));
const INLINE_TEST = found('test', message('the place is in a module of tests'));

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Settings of editors, coding agents and continuous integration. */
const TOOLING = words(
  '.vscode .vscode-test .cursor .claude .claude-plugin .github .gitlab .circleci .continue .aider ' +
    '.idea .devcontainer .windsurf .roo .zed .codex .gemini .opencode .kiro .amazonq .husky ' +
    '.buildkite .azure-pipelines .junie .augment .trae .goose .codeium .vs .fleet .clinerules ' +
    '.kilocode .gitea .forgejo .woodpecker .drone .teamcity .qodo .crush .agents .agent .copilot ' +
    '.mcp .sweep .coderabbit .squad',
);
const TOOLING_FILES = new RegExp(
  String.raw`^(?:\.gitlab-ci.*\.ya?ml|azure-pipelines.*\.ya?ml|\.travis\.ya?ml|jenkinsfile.*|\.aider.*|` +
    String.raw`\.cursorrules|\.windsurfrules|\.clinerules|\.roomodes|\.pre-commit-config\.ya?ml|` +
    String.raw`opencode\.jsonc?|claude(?:\.local)?\.md|agents\.md|gemini\.md|\.mcp\.json|\.goosehints|` +
    String.raw`bitbucket-pipelines\.ya?ml|\.coderabbit\.ya?ml|renovate\.json5?|\.drone\.ya?ml|appveyor\.ya?ml|` +
    String.raw`tox\.ini|noxfile\.py|\.woodpecker.*\.ya?ml|dangerfile.*|copilot-instructions\.md|` +
    String.raw`squad\.config\.(?:[cm]?[jt]s|json)|\.pr_agent\.toml|crush\.json|devcontainer\.json|.*\.code-workspace)$`,
);
/**
 * Settings of programs that developers run, as loaders of them look for these: `.i18nrc.js`, `.seorc.json`
 * (https://github.com/cosmiconfig/cosmiconfig#usage). What a shell reads may be the environment of the product.
 */
const RC_FILES =
  /^\.(?!(?:env|bash|zsh|ksh|csh|tcsh|fish)rc\b)[\w-]{1,40}rc(?:\.(?:jsonc?|ya?ml|toml|[cm]?[jt]s))?$/;

/** Scripts that people who work on the project run by hand. */
const DEVELOPERS = words('dev develop development developer');
/** Outermost folders for the same: Kubernetes projects have `hack/`. */
const CHORES = words('hack ci .ci devtools dev-tools dev_tools development');
/** Those of them in which settings are for developers too. */
const DEVELOPMENT = words('hack devtools dev-tools dev_tools development');
/** What scripts for the project itself make: people who use the project have no use for it. */
const MADE =
  String.raw`(?:repos?|repositor(?:y|ies)|docs?|documentation|types?|schemas?|fixtures?|tests?|changelogs?|` +
  String.raw`releases?|labels?|issues?|tags?|translations?|locales?|i18n|snapshots?|badges?|readme)`;
/**
 * Scripts that keep the project itself, or try it out. What starts, serves, deploys, trains, fetches, converts or
 * publishes a model is none: people who use the project run that.
 */
const CHORE = new RegExp(
  String.raw`^(?:(?:create|generate|gen|make|update|sync|refresh)[-_](?:[\w-]{1,80}[-_])?${MADE}\.\w+$|(?:bump|lint|` +
    String.raw`format|check|verify|validate|compare|profile|measure|debug|smoke|changelog|translate|try)[-_])|` +
    String.raw`[-_](?:client|demo|example|smoke)\.\w+$`,
);

function isChore(name: string): boolean {
  return CHORE.test(name) || MEASURES.test(name);
}

/** Whose evaluation one is that is made or written: that of an employee is none of models. */
const OF_MODELS =
  String.raw`(?:[\w-]{1,40}[-_])?(?:ai|llms?|models?|rag|agents?|prompts?|answers?|retrieval|embeddings?|` +
  String.raw`chat|ragas)[-_]`;

/**
 * What measures how good or how fast models are, and what runs it or tells of it: `eval_answers.py`,
 * `benchmark-embeddings.sh`, `run_benchmarks_local.sh`, `generate_eval_report.py`.
 */
const MEASURES = new RegExp(
  String.raw`^(?:(?:run|generate|gen|make|create)[-_](?:[\w-]{1,40}[-_])?(?:evals?|bench(?:mark)?s?)(?=[-_.])|` +
    String.raw`(?:run[-_](?:[\w-]{1,40}[-_])?|(?:generate|gen|make|create)[-_](?:${OF_MODELS})?)` +
    String.raw`evaluations?(?=[-_.])|` +
    String.raw`(?:eval(?:s|uate|uation)?|bench(?:mark)?s?|benchmarking)[-_])[\w.-]+$`,
);
/** The settings of such programs: `eval-models.yml`, `promptfooconfig.yaml`. */
const MEASURE_SETTINGS = new RegExp(
  String.raw`^(?:(?:evals?|evaluations?|bench(?:mark)?s?|deepeval|ragas)(?:[-_.][\w.-]+)?\.(?:ya?ml|json|toml)|` +
    String.raw`\.?promptfoo[\w.-]*)$`,
);
const MEASURE_FOLDERS = words(
  'eval evals evaluation evaluations benchmark benchmarks benchmarking bench benches perf promptfoo ' +
    'llm-evals llm_evals prompt-evals prompt_evals agent-evals agent_evals rag-evals rag_evals',
);

/** The same by what they measure: `ai-benchmarks`. */
const OF_BENCHMARKS = new RegExp(
  String.raw`^(?:ai|llms?|models?|rag|agents?|prompts?|retrieval|embeddings?)[-_]` +
    String.raw`(?:benchmarks?|benchmarking|evals?|evaluations?)$`,
);
/**
 * What tools do, `tools/compare-models`. A product compares models for those who use it too: a folder further out has
 * to say whose tool it is.
 */
const COMPARES = new RegExp(
  String.raw`^(?:compare|eval(?:uate)?|bench(?:mark)?|measure)[-_](?:\w{1,40}[-_])?` +
    String.raw`(?:models|llms|prompts|embeddings|providers)$`,
);
const OF_TOOLS = words('tools scripts dev hack benchmarks');

function isMeasuring(folder: string, at: number, folders: readonly string[]): boolean {
  if (MEASURE_FOLDERS.has(folder) || (at === 0 && OF_BENCHMARKS.test(folder))) return true;
  return (
    (COMPARES.test(folder) || OF_BENCHMARKS.test(folder)) &&
    folders.slice(0, at).some((outer) => OF_TOOLS.has(outer))
  );
}

/**
 * Evaluations and benchmarks: the people who make the project run them, before it is shipped. Inside of sources such a
 * folder may be what the product does.
 */
const measurement: Rule = ({ folders, file, name, extension }) => {
  if (MEASURE_SETTINGS.test(name)) return byName('tooling', file);
  const own = folders.find((one, at) => SOURCES.has(one) || isMeasuring(one, at, folders));
  if (own !== undefined) return SOURCES.has(own) ? undefined : inFolder('tooling', own);
  return CODE_EXTENSIONS.has(extension) && MEASURES.test(name) ? byName('tooling', file) : undefined;
};

const tooling: Rule = ({ folders, file, name, extension }) => {
  const folder = folders.find((one) => TOOLING.has(one));
  if (folder !== undefined) return inFolder('tooling', folder);
  const [outermost = ''] = folders;
  const isSetting = (DEVELOPMENT.has(outermost) || isOfDevelopers(folders)) && DATA_EXTENSIONS.has(extension);
  const chores = CODE_EXTENSIONS.has(extension) || isSetting ? choresOf(folders, name) : undefined;
  if (chores !== undefined) return inFolder('tooling', chores);
  // A page of the documentation may be about agents: `docs/features/agents.md`.
  if (/\.mdx?$/.test(name) && folders.some((one) => DOCS.has(one))) return undefined;
  return TOOLING_FILES.test(name) || RC_FILES.test(name) ? byName('tooling', file) : undefined;
};

/** `tools/develop/…`: what else is below `tools/` may be what agents of the product are given. */
function isOfDevelopers([first = '', second = '']: readonly string[]): boolean {
  return first === 'tools' && DEVELOPERS.has(second);
}

/** A program that tries out a service: `trace-test-client`. */
const TRIED_OUT = /(?:^|[-_])test[-_]client$/;

/** The folder that says of code in it that developers run it; of other scripts the name must say so. */
function choresOf(folders: readonly string[], name: string): string | undefined {
  const [first = ''] = folders;
  if (CHORES.has(first) || first === 'extras' || isOfDevelopers(folders)) return first;
  // The layout of Dart's packages: https://dart.dev/tools/pub/package-layout#tools
  if (first === 'tool' && name.endsWith('.dart')) return first;
  const scripts = folders.indexOf('scripts');
  if (scripts < 0) return undefined;
  const program = folders[scripts + 1] ?? '';
  return isChore(name) || DEVELOPERS.has(program) || TRIED_OUT.test(program) ? 'scripts' : undefined;
}

const DOCUMENT_EXTENSIONS = words(
  'md mdx markdown livemd rst rd adoc asciidoc qmd rmd tex org txt textile wiki pod',
);
const isDocument = ({ extension, name }: Parts): boolean =>
  DOCUMENT_EXTENSIONS.has(extension) &&
  !/^(?:requirements|constraints|cmakelists|robots|models?)\b.*\.txt$/.test(name);
const PAPERS = new RegExp(
  String.raw`^(?:readme|changelog|changes|history|news|contributing|security|authors|code_of_conduct|roadmap|` +
    String.raw`faq|upgrading|release[-_ ]?notes|migrat\w*guide|third[-_]party[-_]notices|notice)(?:[._-].*)?$`,
);

const papers: Rule = (parts) => {
  const { file, name, folders } = parts;
  return PAPERS.test(name) &&
    (isDocument(parts) || !name.includes('.')) &&
    !folders.some((folder) => TESTS.has(folder) && folder !== 'test' && folder !== 'tests')
    ? byName('docs', file)
    : undefined;
};

const CODE_EXTENSIONS = words(
  'py pyi js mjs cjs jsx ts mts cts tsx vue svelte java kt kts scala groovy cs fs vb go rs swift ' +
    'dart rb rake erb php c h cc cpp cxx hpp m mm r jl ex exs lua pl pm clj cljs zig nim hs erl ml sh ' +
    'bash zsh ps1 ipynb sql',
);
/** `migrations`, `db-migration`, `sql_migrations`, `migrations-sql`, `DatabaseMigrations`. */
const MIGRATIONS = new RegExp(
  String.raw`^(?:(?:db|database|sql|schema|data|pg|postgres|postgresql|mysql|sqlite)[-_.]?)?` +
    String.raw`(?:migrate|migrations?)(?:[-_.](?:sql|db|database|scripts?|pg|postgres|postgresql|mysql|sqlite))?$`,
);

/** A script that brings data from one version to the next: `migration_v0.3-v0.4.sql`, `migratev1tov2.sh`. */
const VERSION_CHANGE = new RegExp(
  String.raw`^(?:(?:[\w-]{1,60}[-_.])?(?:migrat(?:e|ions?)|upgrade|update)[-_.]?(?:from[-_.]?)?v?\d[\d._]{0,20}` +
    String.raw`(?:[-_.]{0,2}to[-_.]{0,2}|-{1,2})v?\d|(?:\d[\d._-]{0,20})?migrat(?:e|ions?)(?:[-_.].*)?\.sql$)`,
);

/**
 * Of Flyway, of what runs pairs of scripts (https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md), and
 * of what runs them by their dates (https://github.com/amacneil/dbmate#creating-migrations).
 */
const NUMBERED =
  /^(?:[vru]\d(?:\d|[._](?!_))*__.+\.(?:sql|java|kt|py)|\d+_.+\.(?:up|down)\.sql|20\d{6}(?:\d{4}|\d{6})?[-_].+\.sql)$/;
/**
 * From one version of an extension to the next, https://www.postgresql.org/docs/current/extend-extensions.html, and all
 * changes in one file.
 */
const OF_VERSIONS =
  /^(?:[\w-]{1,60}?--\d[\w.]{0,30}--\d[\w.]{0,30}\.sql|migrations\.(?:json|sql|[cm]?[jt]s))$/;

function isVersionChange({ name, extension }: Parts): boolean {
  return (
    NUMBERED.test(name) ||
    OF_VERSIONS.test(name) ||
    (CODE_EXTENSIONS.has(extension) && VERSION_CHANGE.test(name))
  );
}

/** Alembic, Django, Rails, Laravel, Prisma, Drizzle, Ecto, Flyway, Liquibase, Entity Framework. */
const migration: Rule = (parts) => {
  const { folders, file, extension } = parts;
  if (isDocument(parts) || isTestFile(parts)) return undefined;
  const folder = folders.find((one) => MIGRATIONS.test(one));
  if (folder !== undefined && !folders.includes('docs')) return inFolder('migration', folder);
  const alembic = folders.indexOf('alembic');
  if (alembic >= 0 && folders.includes('versions', alembic)) return inFolder('migration', 'alembic/versions');
  if (isVersionChange(parts)) return byName('migration', file);
  if (folders.includes('changelog') && isOfChangelog(extension)) return inFolder('migration', 'changelog');
  const archive = STATE_OF_VERSION.test(file) ? folders.find((one) => ARCHIVED.has(one)) : undefined;
  return archive === undefined ? undefined : inFolder('migration', archive);
};

/** Liquibase's changes. */
function isOfChangelog(extension: string): boolean {
  return extension === 'xml' || extension === 'sql';
}
/** What a database was like at an older version, kept in a folder: `archive/app-v4.1.3.sql`. */
const STATE_OF_VERSION = /[-_.]v?\d+(?:[._]\d+)+\.sql$/i;
const ARCHIVED = words('archive archives archived');

/**
 * What tools write of each version that a schema had: Drizzle (https://orm.drizzle.team/docs/drizzle-config-file#out),
 * Room (https://developer.android.com/training/data-storage/room/migrating-db-versions).
 */
const KEPT_VERSION =
  /(?:^|\/)(schemas(?=\/[\w.]{1,120}\.\w{1,80}\/\d+\.json$)|drizzle(?=\/(?:meta\/)?\d{4}_\w+\.(?:sql|json)$))/;

const keptVersion: Rule = ({ folders, name }) => {
  const folder = KEPT_VERSION.exec([...folders, name].join('/'))?.[1];
  return folder === undefined ? undefined : inFolder('migration', folder);
};

const TESTS = words(
  'test tests __tests__ __test__ testing unittest unittests unit_tests integration-tests ' +
    'integration_tests integrationtest e2e e2e-tests cypress playwright __mocks__ __fixtures__ ' +
    '__snapshots__ mocks mock testdata test-data test_data test_resources test-resources ' +
    'testutil testutils test-utils test_utils ' +
    'testlib androidtest uitests testfixtures test-fixtures test_fixtures testthat smoke-tests ' +
    'acceptance functional-tests tests-integration tests-e2e fakes .storybook jest',
);
/**
 * Languages whose runners of tests look for `spec`: Jasmine and Playwright, RSpec, ESpec, busted, phpspec, Quick,
 * Hspec, ScalaTest, Spock, Kotest, ShellSpec. Elsewhere, and in data, it is a specification, which a product reads; of
 * C#, where it may be either, the text tells.
 */
const SPEC_ENDINGS =
  '(?:[cm]?[jt]sx?|vue|svelte|rb|rake|exs?|lua|php|swift|hs|scala|groovy|kts?|clj[sc]?|ml|sh)';
const SPEC_FOLDER_FILES = new RegExp(`^${SPEC_ENDINGS}$`);
const TEST_FILES = new RegExp(
  String.raw`(?:^|[/])(?:tests?[_-](?:inputs?|data|payloads?|requests?|cases)?\.(?:json|ya?ml)|` +
    String.raw`test_[\w.-]*\.(?:py|rb|jl|c|cc|cpp|lua|sh|r|php|ex|exs|ml|nim|zig)|tests?\.(?:py|rs|` +
    String.raw`js|ts|go|rb|hs|sh|sql)|conftest\.py|test-[\w.-]+\.(?:r|sh|js|mjs|ts|py)|[\w.-]*[._-](?:test|` +
    String.raw`tests|c_?test|gtest|e2e|cy|integration-test|unittest)\.(?:[cm]?[jt]sx?|py|go|rb|exs?|` +
    String.raw`dart|cc|cpp|c|rs|php|lua|swift|jl|ml|clj|cljs|cljc|kt|java|sql|sh|rego|ya?ml|json)|[^/]*\.(?:bats|` +
    String.raw`feature|snap|t|t(?:f|ofu)test\.hcl)|[\w.-]*(?:[._-]spec|\.specs)\.${SPEC_ENDINGS}|` +
    String.raw`jest\.(?:config|setup)\.\w+|vitest\.(?:config|setup|workspace)\.\w+|` +
    String.raw`phpunit\.xml|karma\.conf\.js|playwright\.config\.\w+|spec_helper\.rb|rails_helper\.rb|` +
    String.raw`test_helper\.(?:rb|exs))$`,
);
/** `ChatServiceTest.java`, `ClientTests.cs`, `ParserSpec.scala`, `AppUITests.swift`: told by the capital. */
const TEST_CLASSES = new RegExp(
  String.raw`(?:Tests?|IT|ITCase|TestCase|TestSuite)\.(?:java|kts?|scala|groovy|cs|fs|vb|swift|php|hs|mm?|cpp|dart)$|` +
    String.raw`Spec\.(?:kts?|scala|groovy|swift|php|hs)$`,
);
/** Projects of tests and measurements: `Acme.Chat.Tests`, `Acme.UnitTests`, `AppTests`, `Acme.Benchmark`. */
const TEST_PROJECT =
  /(?:\.|_|-)(?:unit|integration|e2e|functional|acceptance|ui)?tests?$|(?:unit|integration|ui)tests$|\.benchmarks?$/;

/**
 * Cases that tests go through, and what gets the models for them; among the sources of a product, what it makes for its
 * users.
 */
const TEST_CASES = /^test[-_]?cases?$/;

/** Programs that only try the product out: `test-client`, `test-client-php`, `test_harness`. */
const TRIES_OUT = /^test[-_](?:client|harness|bench|runner|suite|app|site)s?(?:[-_][\w-]{1,60})?$/;

function isTestFile({ file, name }: Parts): boolean {
  return TEST_FILES.test(name) || TEST_CLASSES.test(file);
}

const test: Rule = (parts) => {
  const { file, name } = parts;
  return isTestFile(parts) || STORIES.test(name) || isMadeUpFile(parts) || RECORDED_FILES.test(name)
    ? byName('test', file)
    : undefined;
};

/** A component with made-up values, as Storybook shows it (https://storybook.js.org/docs/writing-stories). */
const STORIES = /\.(?:stories|story)\.(?:[cm]?[jt]sx?|mdx|svelte|vue|json)$/;

/** What a stand-in stands in for. `mock_interview.py` and `fake_news.py` are what a product does. */
const STOOD_IN =
  String.raw`(?:data|api|server|client|provider|llm|language|model|chat|open_?ai|anthropic|ollama|` +
  String.raw`azure|gemini|bedrock|response|request|service|handler|backend|embed(?:ding|der)|agent|repository|repo|` +
  String.raw`store|storage|http|fetch|completion|stream|inference|transport|engine|settings?|config(?:uration)?|` +
  String.raw`values?|message|user|runtime|adapter|utils?|helpers?|factory|tool|mcp|` +
  String.raw`generator|gateway|catalog|registry|generative|ai)s?`;
const MADE_UP_FILES = new RegExp(
  String.raw`^(?:mocks?|fixtures?|fakes?|stubs?|(?:[\w-]+\.)?(?:mock|fake|stub|dummy)(?:[-_.]?${STOOD_IN})+|` +
    String.raw`(?:[\w.-]+[-_.])?(?:${STOOD_IN}[-_.]?)+(?:mocks?|fakes?|stubs?)|` +
    String.raw`[\w.-]+(?:\.mocks?|[-_.]fixtures?))\.\w+$`,
);

/** Made-up data of whatever, `dummy-comments.json`: a program that is called so may be one that runs. */
const MADE_UP_DATA = /^dummy[-_.][\w.-]+\.\w+$/;

/** A stand-in that is a program of its own, by its folder: `mock-server`, `dummy-api`, `openai-stub`. */
const MADE_UP_FOLDER = new RegExp(
  String.raw`^(?:(?:mock|fake|stub|dummy)(?:[-_]?${STOOD_IN})+|(?:${STOOD_IN}[-_]?)+(?:mocks?|fakes?|stubs?))$`,
);

/** Stand-ins and made-up values by the name of their file: `mockData.ts`, `FakeChatModel.java`, `llm.mock.ts`. */
function isMadeUpFile({ name, extension }: Parts): boolean {
  const isData = DATA_EXTENSIONS.has(extension);
  return (
    ((isData || CODE_EXTENSIONS.has(extension)) && MADE_UP_FILES.test(name)) ||
    (isData && MADE_UP_DATA.test(name))
  );
}

/** Approved answers that a test compares with (https://github.com/VerifyTests/Verify), and recorded ones. */
const RECORDED_FILES =
  /\.(?:received|verified)\.\w+$|\.approved\.txt$|\.(?:golden|cassette|snapshot)(?:\.\w+)?$/;

const DOCS = words(
  'docs doc documentation docs-site website wiki guide guides manual manuals blog blogs posts book ' +
    'books handbook man javadoc vignettes adr adrs rfcs rfc design-docs papers docs_src i18n-docs ' +
    'help tutorials-docs',
);
const EXAMPLES = words(
  'examples example samples sample demos demo tutorial tutorials cookbook cookbooks quickstart ' +
    'quickstarts quick-start showcase showcases playground playgrounds getting-started ' +
    'getting_started starters starter sample-apps sample_apps code-samples snippets _examples ' +
    'hello-world storybook stories recipes-examples livebooks workshop workshops',
);
/** Where a word for an example may be a part of the product: the page of a demonstration, the package `com.example`. */
const SOURCES = words(
  'src app lib pkg internal cmd main java kotlin com org net io source sources packages-src components views screens',
);
const ONLY_OUTSIDE = words(
  'example sample demo playground playgrounds tutorial starter starters showcase snippets stories workshop',
);
const DATA = words(
  'data dataset datasets fixtures fixture snapshots snapshot seeds seed dumps dump results outputs ' +
    'output logs transcripts traces responses corpus',
);
/** The same of a run or a test: `bench_results`, `eval-outputs`; `summarize-logs` may be a service with settings. */
const OF_RUNS = /[-_.](?:results|outputs|logs)$/;
const RUN_EXTENSIONS = words('json jsonl ndjson csv tsv html txt log parquet tab dat');
const DATA_EXTENSIONS = words(
  'json jsonl ndjson csv tsv yaml yml xml html sql txt log har parquet tab dat toml',
);
const SPECS = words('spec specs');
/** Recorded traffic that tests play again (VCR, Polly, nock, WireMock), answers that they compare with, their data. */
const RECORDED = words(
  'recordings __recordings__ recorded cassettes cassette __cassettes__ vcr vcr_cassettes ' +
    'vcr-cassettes __snapshots__ __image_snapshots__ golden goldens __nock-fixtures__ nock-fixtures wiremock ' +
    'testdata test-data test_data testfixtures test-fixtures test_fixtures __fixtures__',
);
const FIXTURES = words('fixtures fixture');

/** Wherever it lies, also in an example: nobody runs what was recorded. */
const recorded: Rule = (parts) => {
  const { folders, extension } = parts;
  const isText = isDocument(parts);
  const isData = DATA_EXTENSIONS.has(extension);
  const isRecorded = (one: string, at: number): boolean =>
    RECORDED.has(one) ||
    (FIXTURES.has(one) && (isText || folders.slice(0, at).some((outer) => EXAMPLES.has(outer)))) ||
    // Answers that a server plays back: https://wiremock.org/docs/stubbing/
    (one === 'stubs' && isData);
  const folder = folders.find(isRecorded);
  return folder !== undefined && (isText || isData) ? inFolder('test', folder) : undefined;
};

/**
 * Where code lies that is out of use. `archive/` may be what a product offers, as may `archived/` in its sources.
 */
const ARCHIVES = words('archived _archive _archived .archive .archived attic _attic __archive__');
/** What a service that archives things is deployed by: a manifest of an old deployment is called after what it ran. */
const OF_SERVICE = new RegExp(
  String.raw`^(?:(?:[\w-]{1,80}[-_.])?(?:deployments?|services?|config(?:map)?|settings|values|kustomization|ingress|` +
    String.raw`(?:cron)?jobs?|statefulset|application|compose|chart|workflow|pipeline|app|` +
    String.raw`archiver?|main|index)` +
    String.raw`(?:[-_.][\w-]{1,80})?)\.ya?ml$`,
);

/**
 * The folder in which a manifest lies that is kept and no longer deployed, deep in a tree of them:
 * `configs/serving/archive/llama-3.1-8b.yaml`. What lies further out may be all that a project has.
 */
function archiveOfManifest({ folders, name }: Parts): string | undefined {
  const own = folders.at(-1) ?? '';
  return /^archives?$/.test(own) && folders.length > 2 && /\.ya?ml$/.test(name) && !OF_SERVICE.test(name)
    ? own
    : undefined;
}

/** `chat.py~`, `chat.py.bak2`, `chat.backup.20250101.py`, `chat_bak.py`, `Copy of chat.py`, `chat - Copy (2).py`. */
const BACKUP = new RegExp(
  String.raw`(?:~|\.(?:bak|orig|old|backup|save)[-_.]?\d{0,14})$|` +
    String.raw`(?:\.(?:bak|orig|old|backup)|[-_]bak)(?:[-_.]?\d{1,14})?\.\w{1,5}$|` +
    String.raw`^copy of |(?: -)? copy(?: \d{1,3}| \(\d{1,3}\))?\.\w{1,5}$`,
);

/**
 * What is kept to be read and runs no more: archived code, and copies that editors and merges leave behind. It is told
 * like documentation: nobody has to change it, and its authors have said so by the name.
 */
const leftBehind: Rule = (parts) => {
  const { folders, file, name } = parts;
  const archive = archiveOfManifest(parts);
  const folder = folders.find((one) => one === archive || ARCHIVES.has(one) || SOURCES.has(one));
  if (folder !== undefined && !SOURCES.has(folder)) return inFolder('docs', folder);
  return BACKUP.test(name) ? byName('docs', file) : undefined;
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
const seeding: Rule = ({ folders, file, name, extension }) => {
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
const template: Rule = ({ folders, file }) => {
  const folder = folders.find((one) => PLACEHOLDER.test(one));
  if (folder !== undefined) return inFolder('example', folder);
  return PLACEHOLDER.test(file) || file === 'cookiecutter.json' ? byName('example', file) : undefined;
};

const NOTEBOOKS = /^(?:jupyter[-_]?)?notebooks?$/;
/** Where people try things out: of code in such folders a product may be made, of notebooks there none is. */
const TRIALS = words('experiment experiments exploration explorations prototype prototypes scratch');

/**
 * Notebooks that lie together, and the scripts that they run: people read them and try things out, and no product is
 * made of them.
 */
const notebook: Rule = ({ folders, extension }) => {
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
const folder: Rule = (parts) => {
  for (const at of parts.folders.keys()) {
    const told = ofFolder(parts, at);
    if (told !== undefined) return told;
  }
  return undefined;
};

/** What one of the folders that a file is in says of it. */
function ofFolder(parts: Parts, at: number): ReturnType<Rule> {
  const { folders, extension } = parts;
  const one = folders[at] ?? '';
  if (isOfTestsAt(parts, at)) return inFolder('test', one);
  if (DOCS.has(one) && !isPage(folders, at)) return inFolder('docs', one);
  if (isOfExamples(parts, at)) return inFolder(isDocument(parts) ? 'docs' : 'example', one);
  const isOfData = DATA.has(one) || one.startsWith('.triage');
  const extensions = isOfData ? DATA_EXTENSIONS : OF_RUNS.test(one) ? RUN_EXTENSIONS : undefined;
  return extensions?.has(extension) === true ? inFolder('data', one) : undefined;
}

function isOfTests(name: string, extension: string): boolean {
  return (
    TESTS.has(name) ||
    TEST_PROJECT.test(name) ||
    TRIES_OUT.test(name) ||
    MADE_UP_FOLDER.test(name) ||
    (SPECS.has(name) && SPEC_FOLDER_FILES.test(extension))
  );
}

function isOfTestsAt({ folders, extension }: Parts, at: number): boolean {
  const name = folders[at] ?? '';
  return isOfTests(name, extension) || (TEST_CASES.test(name) && !isInSources(folders, at));
}

function isInSources(folders: readonly string[], at: number): boolean {
  return folders.slice(0, at).some((outer) => SOURCES.has(outer));
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

const document: Rule = (parts) => {
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

/** Code that tests, wherever it stands: also the scripts of continuous integration have tests. */
const testOfTooling: Rule = (parts) => (CODE_EXTENSIONS.has(parts.extension) ? test(parts) : undefined);

const RULES: readonly Rule[] = [
  testOfTooling,
  leftBehind,
  tooling,
  papers,
  migration,
  keptVersion,
  test,
  recorded,
  seeding,
  template,
  notebook,
  folder,
  document,
  measurement,
];

/** What a text of tests imports, in the ecosystems whose tests need not be told by their names. */
const TEST_TEXT = new RegExp(
  String.raw`^[ \t]{0,12}(?:import\b|export\b|\})[^\n"'\x60]{0,400}\bfrom ['"](?:vitest|@jest/globals|bun:test|` +
    String.raw`node:test|mocha|@playwright/test|@testing-library/\w+)['"]|` +
    String.raw`^[ \t]{0,12}(?:const\b|let\b|var\b|\}|\w{1,40} =)[^\n"'\x60]{0,200}` +
    String.raw`\brequire\(['"](?:node:test|vitest|mocha|` +
    String.raw`@jest/globals)['"]\)|` +
    String.raw`^[ \t]{0,12}(?:import pytest|from pytest import|import unittest|from unittest import|` +
    String.raw`from django\.test import)\b|\bimport (?:static )?org\.(?:junit|testng|mockito)\b|` +
    String.raw`\bimport kotlin\.test\b|^[ \t]{0,12}using (?:Xunit|NUnit\.Framework|` +
    String.raw`Microsoft\.VisualStudio\.TestTools|Machine\.Specifications|NSpec)\b|` +
    String.raw`\bextends (?:\\?PHPUnit\\Framework\\)?TestCase\b|` +
    String.raw`^[ \t]{0,12}(?:RSpec\.)?describe\b.*\bdo$|< (?:Minitest::Test|ActiveSupport::TestCase|` +
    String.raw`Test::Unit::TestCase)\b|^[ \t]{0,12}import XCTest\b|^[ \t]{0,12}@testable import\b|` +
    String.raw`\bfrom ['"]@?storybook\b[^'"\n]{0,80}['"]|package:(?:flutter_)?test/|` +
    String.raw`\bDjangoModelFactory\b|^[ \t]{0,12}use ExUnit\.Case\b|^[ \t]{0,12}library\(testthat\)`,
  'm',
);
/** Whether a text says something of itself, and not only in a text of several lines that it holds. */
function isSaid(form: RegExp, path: string, text: string): boolean {
  if (!form.test(text)) return false;
  if (path.endsWith('.py')) return form.test(withoutLongTexts(text));
  return !isScriptFile(path) || form.test(text.replace(LONG_TEXT, ''));
}

/** A text of a script with its lines, and what is a comment, where a mark closes nothing. */
const LONG_TEXT = /^[ \t]*(?:\/\/|\*)[^\n]*$|\x60(?:[^\x60\\]|\\.)*\x60/gms;

/** A text of Python without what stands between three quotes. */
function withoutLongTexts(text: string): string {
  let kept = '';
  let open: string | undefined;
  for (const part of text.split(/("""|''')/)) {
    const isMark = part === '"""' || part === "'''";
    if (open === undefined) kept += part;
    if (isMark && (open === undefined || open === part)) open = open === undefined ? part : undefined;
  }
  return kept;
}

/** What only a migration extends or calls. */
const MIGRATION_TEXT = new RegExp(
  String.raw`\bclass Migration\(migrations\.Migration\)|\bActiveRecord::Migration\b|` +
    String.raw`^[ \t]{0,12}from alembic import op\b|\bextends Migration\b|\bimplements MigrationInterface\b|` +
    String.raw`^[ \t]{0,12}use Ecto\.Migration\b|: Migration\b|\bqueryInterface\.(?:createTable|addColumn|` +
    String.raw`bulkInsert|bulkUpdate)\b`,
  'm',
);
/** A dump of what people wrote: records with a title or number and a body of text. */
const DUMP =
  /^[ \t]{0,12}\[\s*\{(?:[^{}]|\{[^{}]*\}){0,1500}?"(?:body|comment|selftext|message_text|html_url|diff)"\s*:\s*"/;

/** The recorded traffic of VCR, its ports and Polly. */
const RECORDING = new RegExp(
  String.raw`^(?:---[ \t]*\n)?(?:http_interactions:|(?:version: \d[ \t]*\n)?interactions:[ \t]*\n[ \t]*- ` +
    String.raw`(?:request|id):|-[ \t]*\n[ \t]+request:)|^\s*\{\s*"(?:http_)?interactions"\s*:|` +
    String.raw`"_recordingName"\s*:`,
);
const MAY_BE_RECORDING = /\.(?:ya?ml|json)$/;

/** What a setting says that results are written to: `outputRoot: test/fixtures/answers`. */
const MADE_FOR_TESTS = new RegExp(
  String.raw`^[ \t]{0,12}["']?(?:output|record|fixtures?|snapshots?|cassettes?)[\w-]{0,40}["']?[ \t]*[:=][ \t]*["']?` +
    String.raw`(?:[\w.-]{1,80}/){0,8}?(?:tests?|__tests__|specs?|testdata)/[\w./-]{0,200}["']?,?[ \t]*(?:#.*)?$`,
  'm',
);
const MAY_BE_SETTINGS = /\.(?:ya?ml|json|toml)$/;

/** A script of a part of the project: what lies below the outermost `scripts/` people who use the project may run. */
const SCRIPT_OF_PART = /\/scripts\/[^/]+\.(?:sh|bash|zsh)$/;
/** A request to a model, sent by hand: its answer goes to the terminal. */
const REQUEST_BY_HAND = new RegExp(
  String.raw`^[ \t]{0,12}curl\b(?:[^\n]|\\\r?\n){0,400}(?:/chat/completions|/v1/(?:messages|responses|embeddings|` +
    String.raw`images/\w{1,20})|:(?:stream)?generateContent)\b(?!(?:[^\n]|\\\r?\n){0,800}(?:\s-o\s|\s--output\s|\s>))`,
  'im',
);

function textContext(path: string, head: string): ContextFound | undefined {
  if (SCRIPT_OF_PART.test(path) && REQUEST_BY_HAND.test(head)) return inFolder('tooling', 'scripts');
  if (MAY_BE_SETTINGS.test(path) && MADE_FOR_TESTS.test(head))
    return found('tooling', message('what it makes is for tests'));
  if (MAY_BE_RECORDING.test(path) && RECORDING.test(head))
    return found('test', message('the text is recorded traffic'));
  if (isSaid(MIGRATION_TEXT, path, head)) return found('migration', message('the text is a migration'));
  if (isSaid(TEST_TEXT, path, head)) return found('test', message('the text uses a library for tests'));
  return path.endsWith('.json') && DUMP.test(head)
    ? found('data', message('the text is a record of what people wrote'))
    : undefined;
}

/**
 * What is only built for tests, and functions that a runner of tests calls: `#[test]`, `#[tokio::test]`, `#[rstest]`.
 * With `#![cfg(test)]` it is the whole file.
 */
const RUST_TESTS = new RegExp(
  String.raw`^([ \t]*)#(!?)\[(?:cfg\((?:all\()?test\b|` +
    String.raw`(?:\w{1,40}::){0,3}(?:(?:tokio_|wasm_bindgen_)?test|rstest|test_case|bench)\b)`,
  'gm',
);

function rustTests(text: string): readonly PartFound[] {
  const parts: PartFound[] = [];
  /** Of each indent, where the last block of it ends: what begins before that ends there too. */
  const ends = new Map<string, number>();
  for (const { index, 1: indent = '', 2: isOfFile } of matchesOf(text, RUST_TESTS)) {
    if (isOfFile === '!') return [{ range: { start: 0, end: text.length }, found: INLINE_TEST }];
    if (index < (ends.get(indent) ?? 0)) continue;
    const end = rustBlockEnd(text, index, indent);
    ends.set(indent, end);
    parts.push({ range: { start: index, end }, found: INLINE_TEST });
  }
  return parts;
}

/** The first line that closes a block at a column and is no line of a string: an item or the text's end follows. */
function rustBlockEnd(text: string, from: number, indent: string): number {
  const item = ITEM_BEHIND.exec(textBehind(text, from, LONGEST_HEAD));
  if (item?.[1] === ';') return from + item[0].length;
  const form = new RegExp(
    String.raw`\n${indent}\}(?=\s*(?:$(?![\s\S])|(?:#!?\[|//|\}|(?:pub|fn|mod|use|impl|struct|enum|trait|const|` +
      String.raw`static|type|unsafe|async|extern|macro_rules)\b)))`,
    'g',
  );
  form.lastIndex = from;
  return form.exec(text)?.index ?? text.length;
}

/** How far behind an attribute its item begins its block, or ends: `#[cfg(test)] mod tests;`. */
const LONGEST_HEAD = 1_000;
const ITEM_BEHIND = new RegExp(
  String.raw`^(?:\s*(?:#!?\[[^\n]*|//[^\n]*)\n)*(?:[^{};()[\]]|\[(?:[^[\]]|\[[^[\]]*\])*\]|` +
    String.raw`\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*(;|\{)`,
);

/**
 * A function that is called like a test, with its name and, where they have defaults, its parameters: what stands on
 * either side of their marks has none, so that they can be read in one way only.
 */
const PYTHON_TEST =
  /^(?:async )?def (test_\w{1,80})\(((?:[^,=()*\n]{1,120}=[^,=()\n]{1,120}(?:,|(?=\)))){0,12})\).{0,80}:/gm;

/**
 * Functions that a runner of tests calls by their name and without arguments. One with a decorator may be an
 * endpoint. The end is the next line at the column of the function.
 */
function pythonTests(text: string): readonly PartFound[] {
  const parts: PartFound[] = [];
  const end = /\n(?=[^\s#])/g;
  for (const { index, 0: head, 1: name = '', 2: parameters = '' } of matchesOf(text, PYTHON_TEST)) {
    const before = textBefore(text, index, 200).trimEnd();
    if (/^@(?!pytest\b).*$(?![\s\S])/m.test(before)) continue;
    end.lastIndex = index + head.length;
    const range = { start: index, end: end.exec(text)?.index ?? text.length };
    if (parameters === '' || isTriedOut(text, name, range)) parts.push({ range, found: TEST_FUNCTION });
  }
  return parts;
}

/** How many places of a name are looked at. */
const MOST_PLACES = 20;

/**
 * `def test_bot(model="…"): print(Bot(model).ask("…"))` below `class Bot:`: a module's own trial of what it is for. It
 * makes or imports what it tries out, shows what comes of it and gives nothing back, and nothing calls it but the
 * module as a program; of one that only shows something and is not called, other files may make use. One that is called
 * `test` alone may be all that the program does.
 */
function isTriedOut(text: string, name: string, range: TextRange): boolean {
  const body = text.slice(text.indexOf(':', range.start), range.end);
  if (!/^[ \t]+(?:print\(|assert\b)/m.test(body) || /^[ \t]+(?:return|yield)[ \t]+\S/m.test(body))
    return false;
  const made = new Set(Array.from(matchesOf(body, MADE_CLASS), ([, name = '']) => name));
  if (![...made].some((one) => isOfModule(text, one))) return false;
  const program = text.search(/^if __name__ ?==/m);
  const calls = [...matchesOf(text, new RegExp(String.raw`(?<![\w.]|\bdef )${name}\b`, 'g'))].slice(
    0,
    MOST_PLACES,
  );
  if (calls.length === 0 && !/^[ \t]+assert\b/m.test(body)) return false;
  return calls.every(
    ({ index }) =>
      covers(range, index) ||
      (program >= 0 && index > program) ||
      /#/.test(textBefore(text, index, 80).split('\n').at(-1) ?? ''),
  );
}
const MADE_CLASS = /(?<![\w.])([A-Z]\w{1,80})\(/g;

/** Whether a module defines a class, or gets it from one beside it. */
function isOfModule(text: string, name: string): boolean {
  return new RegExp(
    String.raw`^class ${name}\b|^[ \t]{0,8}from \.[\w.]{0,80} import [^\n]{0,200}\b${name}\b`,
    'm',
  ).test(text);
}

/** What describes an interface in the code that makes it: samples of code for its page, what is added to its page. */
const DESCRIBED_IN_CODE = new RegExp(
  String.raw`^([ \t]{0,120})(?![ \t])[^\n#]{0,200}(?:["']x-code-?[sS]amples["'][ \t]*:[ \t]*\[|` +
    String.raw`\bopenapi_(?:extra|examples)[ \t]*=[ \t]*\{)[ \t]*$`,
  'gm',
);

const describedParts = blocksIn(DESCRIBED_IN_CODE, DESCRIPTION, String.raw`[\])}],?`);

/** A preview of Compose, with its annotation and its indent, and one of SwiftUI. */
const PREVIEWS = {
  kotlin: /^([ \t]*)@Preview\w{0,40}(?:\([^()]{0,400}\))?[ \t]*$/gm,
  swift: /^([ \t]*)(?:#Preview\b[^{}\n]{0,200}\{|struct[ \t]+\w{1,80}[ \t]*:[ \t]*PreviewProvider\b)/gm,
};

/**
 * Tests among the code that they test, each with its indent: Go's functions for its runner and their helpers
 * (https://pkg.go.dev/testing), blocks of Zig and D (https://ziglang.org/documentation/master/#Zig-Test,
 * https://dlang.org/spec/unittest.html), Vitest's in the source (https://vitest.dev/guide/in-source), sets of Julia.
 */
const TESTS_AMONG_CODE = {
  go: /^()func [\w.]{1,120}\((?:\w{1,40} )?(?:\*testing\.[TBFM]|testing\.TB)\b/gm,
  zig: /^([ \t]*)test\b[^\n{;=()]{0,200}\{/gm,
  d: /^([ \t]*)(?:@[\w."() ]{1,80}[ \t]+)?unittest\b[ \t]*(?:\{|$)/gm,
  script: /^([ \t]*)if[ \t]*\([ \t]*import\.meta\.vitest\b[^\n]{0,80}\{/gm,
  julia: /^([ \t]*)@testset\b[^\n]{0,200}$/gm,
};

/** A line that only closes what began at its column. */
const CLOSES = String.raw`[)}](?:\)?;)?`;

/**
 * Blocks of another context than the rest of the code: tests, and what an editor shows of a view with made-up values,
 * and no user sees: https://developer.android.com/develop/ui/compose/tooling/previews.
 * @param form how one begins, with its indent
 * @param closes how the line begins that ends one, behind the indent
 */
function blocksIn(
  form: RegExp,
  found: ContextFound,
  closes = CLOSES,
): (text: string) => readonly PartFound[] {
  return (text) => {
    const parts: PartFound[] = [];
    let last = 0;
    for (const { index, 0: head, 1: indent = '' } of matchesOf(text, form)) {
      if (index < last) continue;
      const end = new RegExp(String.raw`\n${indent}${closes}[ \t]*(?=\r?\n|$)`, 'g');
      end.lastIndex = index + head.length;
      last = Math.min(end.exec(text)?.index ?? text.length, ownEnd(text, index + head.length, head));
      parts.push({ range: { start: index, end: last }, found });
    }
    return parts;
  };
}

/** The longest block whose end is looked for by its brackets, in characters. */
const LONGEST_BLOCK = 20_000;
/** What stands behind the head of a block up to its brace, or to the value that a function of Kotlin is. */
const OPENS =
  /^(?:\s*@\w[^\n]*\n)*\s*[^\n{}]{0,200}?(?:\bfun\b[^{}=\n]{0,200}(=(?![^\n]*\{)(?:[ \t]*\r?\n)?[^\n]*)|\{)/;
/** Texts and comments, whose brackets close nothing. */
const NO_CODE = /(["'\x60])(?:(?!\1)[^\\\n]|\\.)*\1|\/\/[^\n]*/g;

/** Where a block ends that is closed on its own line or in the middle of one. */
function ownEnd(text: string, from: number, head: string): number {
  const rest = textBehind(text, from, LONGEST_BLOCK).replace(NO_CODE, (said) => ' '.repeat(said.length));
  const opened = head.endsWith('{') ? { 0: '', 1: undefined } : OPENS.exec(rest);
  if (opened === null) return text.length;
  const [before, value] = [opened[0], opened[1]];
  if (value !== undefined) {
    const isOpen = value.split('(').length > value.split(')').length;
    return from + before.length + (isOpen ? untilClosed(rest.slice(before.length)).length : 0);
  }
  const inner = untilClosed(rest.slice(before.length));
  return before.length + inner.length < rest.length ? from + before.length + inner.length : text.length;
}

function targetParts({ tests, tooling }: ReturnType<typeof makeTargets>): readonly PartFound[] {
  return [
    ...tests.map((range) => ({ range, found: TEST_TARGETS })),
    ...tooling.map((range) => ({ range, found: DEVELOPER_TARGETS })),
  ];
}

/**
 * What coding agents are told of a project (https://agents.md), what their skills tell them
 * (https://agentskills.io/specification), and rules for editors (https://cursor.com/docs/context/rules).
 */
const INSTRUCTIONS = new RegExp(
  String.raw`(?:^|/)(?:(?:agents|claude(?:\.local)?|gemini|copilot-instructions|skill)\.md|` +
    String.raw`(?:skills/[^/]+|rules|instructions)/(?:.*/)?[^/]+\.mdc?)$`,
  'i',
);
const IN_INSTRUCTIONS = found('docs', message('it is an example in instructions'));

/** Code in such a text, or in a prompt: it shows how things are done, and does nothing. */
function fencedCode(text: string): readonly PartFound[] {
  const parts: PartFound[] = [];
  for (const { index, 0: all } of text.matchAll(/^[ \t]{0,8}(`{3}|~{3})[^\n]*\n[\s\S]*?\n[ \t]{0,8}\1/gm))
    parts.push({ range: { start: index, end: index + all.length }, found: IN_INSTRUCTIONS });
  return parts;
}

/**
 * How code begins that a component of a page shows, up to its first line end: as a text of several lines it runs
 * nowhere.
 */
const SHOWN_CODE = new RegExp(
  String.raw`\x60[ \t\r\n]{0,40}(?:import[ \t]+(?:[\w*{"']|type\b)|from[ \t]+[\w.]{1,60}[ \t]+import\b|` +
    String.raw`(?:\$[ \t]+)?(?:curl|pip3?|npm|pnpm|yarn|bun|uv|npx)[ \t]+[\w-]|` +
    String.raw`(?:const|let|var)[ \t]+\w{1,60}[ \t]*=|client[ \t]*=)[^\x60\n]{0,400}\n[^\x60]{0,20000}\x60`,
  'g',
);

/** Code in the strings of such a component: people copy it. */
function shownCode(text: string): readonly PartFound[] {
  return [...matchesOf(text, SHOWN_CODE)].map(({ index, 0: { length } }) => ({
    range: { start: index, end: index + length },
    found: SHOWN,
  }));
}
const SHOWN = found('docs', message('it is code that a page shows'));

/** Words of names for code that people are shown: `onboarding-snippets.ts`, `pythonSnippet`, `sample_code`. */
const SNIPPET = String.raw`(?:snippet|code[-_.]?(?:sample|example)|(?:sample|example)[-_.]?code)`;
/** Files that are called after such code. What lies in a folder of them may be run from another file. */
const SNIPPETS_FILE = new RegExp(String.raw`${SNIPPET}s?\.[cm]?[jt]s$`, 'i');
/** What a text stands behind that such a name is given, or that a function of such a name gives back. */
const SNIPPET_GIVEN = new RegExp(
  String.raw`${SNIPPET}\w{0,40}["']?\??\s{0,20}(?:` +
    String.raw`(?::[^=;{}()\n]{0,80})?=(?![=>])\s{0,20}` +
    String.raw`(?:\([^()]{0,200}\)[^;{}]{0,80}=>\s{0,20}(?:\{\s{0,20}return)?)?|` +
    String.raw`:|\([^()]{0,200}\)[^;{}]{0,80}\{\s{0,20}return)\s{0,20}\(?\s{0,20}$`,
  'i',
);
/** How far before a text its name is looked for. */
const LONGEST_GIVING = 400;

/** A call that runs code, which is perhaps that of such a string. */
const RUNS_CODE =
  /(?<![\w$])(?:exec|run|eval|spawn|execute|launch)(?:[A-Z_]\w{0,30})?\(|[sS]andbox\w{0,20}\.\w{1,40}\(/g;

/**
 * Code in strings of a script that are called snippets, or are those of a file for them, and that nothing here runs.
 */
const snippetsIn =
  (isOfSnippets: boolean) =>
  (text: string): readonly PartFound[] => {
    const shown = shownCode(text).filter(
      ({ range }) => isOfSnippets || SNIPPET_GIVEN.test(textBefore(text, range.start, LONGEST_GIVING)),
    );
    if (shown.length === 0) return shown;
    const unread = unreadRanges(text, 'typescript');
    const isRun = [...matchesOf(text, RUNS_CODE)].some(({ index }) => !isInOne(unread, index));
    if (isRun) return [];
    // A mark that ends a string is followed by code that runs.
    const begun = new Set(unread.map(({ start }) => start));
    return shown.filter(({ range }) => begun.has(range.start));
  };

const testsInScript = blocksIn(TESTS_AMONG_CODE.script, INLINE_TEST);

/** Files with parts of another context in them. */
const PARTS: readonly (readonly [file: RegExp, partsIn: (text: string) => readonly PartFound[]])[] = [
  [/\.rs$/, rustTests],
  [/\.py$/, (text) => [...pythonTests(text), ...describedParts(text)]],
  [/\.kt$/, blocksIn(PREVIEWS.kotlin, PREVIEW)],
  [/\.swift$/, blocksIn(PREVIEWS.swift, PREVIEW)],
  [/\.go$/, blocksIn(TESTS_AMONG_CODE.go, TEST_FUNCTION)],
  [/\.zig$/, blocksIn(TESTS_AMONG_CODE.zig, INLINE_TEST)],
  [/\.d$/, blocksIn(TESTS_AMONG_CODE.d, INLINE_TEST)],
  [/\.[jt]sx$|\.(?:vue|svelte|astro)$/, (text) => [...shownCode(text), ...testsInScript(text)]],
  [SNIPPETS_FILE, (text) => [...snippetsIn(true)(text), ...testsInScript(text)]],
  [/\.[cm]?[jt]s$/, (text) => [...snippetsIn(false)(text), ...testsInScript(text), ...describedParts(text)]],
  [/\.jl$/, blocksIn(TESTS_AMONG_CODE.julia, INLINE_TEST, 'end')],
  [/\.(?:prompty?|(?:prompt|instructions|chatmode|agent)\.md)$/i, fencedCode],
  [/(?:^|\/)(?:GNUm|M|m)akefile$|\.mk$|(?:^|\/)\.?[Jj]ustfile$/, (text) => targetParts(makeTargets(text))],
  [/(?:^|\/)[Tt]askfile(?:\.dist)?\.ya?ml$/, (text) => targetParts(taskTargets(text))],
];
