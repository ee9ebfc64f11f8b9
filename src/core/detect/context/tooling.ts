import { byName, inFolder, words } from './found';
import { CODE_EXTENSIONS, DATA_EXTENSIONS, DOCS, type Rule, SOURCES } from './pathParts';

/**
 * The developers' own tools: settings of editors and agents, scripts for the project itself, evaluations and
 * benchmarks.
 */

/** Settings of editors, coding agents and continuous integration. */
const TOOLING = words(
  '.vscode .vscode-test .cursor .claude .claude-plugin .github .gitlab .circleci .continue .aider ' +
    '.idea .devcontainer .windsurf .roo .zed .codex .gemini .opencode .kiro .amazonq .husky ' +
    '.buildkite .azure-pipelines .junie .augment .trae .goose .codeium .vs .fleet .clinerules ' +
    '.kilocode .gitea .forgejo .woodpecker .drone .teamcity .qodo .crush .agents .agent .copilot ' +
    '.mcp .sweep .coderabbit .squad .emacs.d .doom.d',
);
/** Editors whose settings a developer keeps in a folder called so, below the one for all settings or of their own. */
const EDITORS = words('nvim zed helix emacs doom');
/** What Neovim reads of plugins: https://lazy.folke.io/usage/structuring */
const PLUGINS = /^lua\/plugins(?:\/|$)/;

/** The folder that says of settings of an editor that they are a developer's own, in a repository of such or of one. */
function editorOf(folders: readonly string[], extension: string): string | undefined {
  const config = folders.indexOf('.config');
  const editor = folders[config + 1] ?? '';
  if (config >= 0 && EDITORS.has(editor)) return editor;
  if (extension !== 'lua') return undefined;
  const own = folders.indexOf('nvim');
  const isOfPlugins = PLUGINS.test(folders.slice(own + 1).join('/'));
  return isOfPlugins ? 'plugins' : undefined;
}
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
/**
 * The same in the outermost `scripts/` alone: further in, and in C#, the product itself often lies in such a folder
 * (`Assets/Scripts/AvatarDebugView.cs`).
 */
const OUTERMOST_CHORE = new RegExp(
  String.raw`^(?:changelogs?|release[-_]notes?)\.(?!cs$)\w+$|` +
    String.raw`^(?!(?:run|start|serve|launch|deploy|train)[-_])[\w-]{1,80}[-_]debug(?:[-_][\w-]{1,80})?\.(?!cs$)\w+$`,
);

function isChore(file: string, isOutermost: boolean): boolean {
  const name = file.toLowerCase();
  return CHORE.test(name) || MEASURES.test(name) || (isOutermost && OUTERMOST_CHORE.test(withDashes(file)));
}

/** `printPromptDebug.ts` as `print-prompt-debug.ts`. */
function withDashes(file: string): string {
  return file.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
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
/**
 * What runners of evaluations look for, wherever it stands: `answers.eval.ts`
 * (https://www.braintrust.dev/docs/evaluate/run-evaluations, https://www.evalite.dev).
 */
const EVALUATION = /\.evals?\.[cm]?[jt]sx?$/;
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
export const measurement: Rule = ({ folders, file, name, extension }) => {
  if (MEASURE_SETTINGS.test(name) || EVALUATION.test(name)) return byName('tooling', file);
  const own = folders.find((one, at) => SOURCES.has(one) || isMeasuring(one, at, folders));
  if (own !== undefined) return SOURCES.has(own) ? undefined : inFolder('tooling', own);
  return CODE_EXTENSIONS.has(extension) && MEASURES.test(name) ? byName('tooling', file) : undefined;
};

function ofTools(folders: readonly string[], extension: string): string | undefined {
  return folders.find((one) => TOOLING.has(one)) ?? editorOf(folders, extension);
}

export const tooling: Rule = ({ folders, file, name, extension }) => {
  const folder = ofTools(folders, extension);
  if (folder !== undefined) return inFolder(contextAmongTools(folders, name), folder);
  const [outermost = ''] = folders;
  const isSetting = (DEVELOPMENT.has(outermost) || isOfDevelopers(folders)) && DATA_EXTENSIONS.has(extension);
  const chores = CODE_EXTENSIONS.has(extension) || isSetting ? choresOf(folders, file) : undefined;
  if (chores !== undefined) return inFolder('tooling', chores);
  // A page of the documentation may be about agents: `docs/features/agents.md`.
  if (/\.mdx?$/.test(name) && folders.some((one) => DOCS.has(one))) return undefined;
  return TOOLING_FILES.test(name) || RC_FILES.test(name) ? byName('tooling', file) : undefined;
};

/** Folders of forges, and those in them for what people fill in. */
const FORGES = words('.github .gitlab .gitea .forgejo');
const FORMS = words(
  'issue_template issue_templates pull_request_template merge_request_template merge_request_templates ' +
    'discussion_template',
);
/** What agents and their prompts are told. */
const FOR_AGENTS = /instruction|prompt|agent|chatmode|skill|rules|copilot|claude|gemini/;

/** A page that a forge shows to people, `.github/AI_POLICY.md`: its other folders are read by agents. */
function contextAmongTools(folders: readonly string[], name: string): 'docs' | 'tooling' {
  const [last = '', before = ''] = folders.toReversed();
  const isPage = FORGES.has(last) || (FORMS.has(last) && FORGES.has(before));
  return isPage && name.endsWith('.md') && !FOR_AGENTS.test(name) ? 'docs' : 'tooling';
}

/** `tools/develop/…`: what else is below `tools/` may be what agents of the product are given. */
function isOfDevelopers([first = '', second = '']: readonly string[]): boolean {
  return first === 'tools' && DEVELOPERS.has(second);
}

/** A program that tries out a service: `trace-test-client`. */
const TRIED_OUT = /(?:^|[-_])test[-_]client$/;

/** The folder that says of code in it that developers run it; of other scripts the name must say so. */
function choresOf(folders: readonly string[], file: string): string | undefined {
  const [first = ''] = folders;
  if (CHORES.has(first) || first === 'extras' || isOfDevelopers(folders)) return first;
  // The layout of Dart's packages: https://dart.dev/tools/pub/package-layout#tools
  if (first === 'tool' && file.endsWith('.dart')) return first;
  const scripts = folders.indexOf('scripts');
  if (scripts < 0) return undefined;
  const program = folders[scripts + 1] ?? '';
  return isChore(file, scripts === 0) || DEVELOPERS.has(program) || TRIED_OUT.test(program)
    ? 'scripts'
    : undefined;
}
