/**
 * The language of a text, from its path or the editor's language id. The languages are VS Code's ids, and a few of this
 * project's own for files that VS Code has no language for.
 */

const BY_NAME: Readonly<Record<string, string>> = {
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
  modelfile: 'modelfile',
  makefile: 'makefile',
  gnumakefile: 'makefile',
  justfile: 'makefile',
  procfile: 'shellscript',
  jenkinsfile: 'groovy',
  '.env': 'dotenv',
  '.envrc': 'shellscript',
  '.bashrc': 'shellscript',
  '.zshrc': 'shellscript',
  '.zshenv': 'shellscript',
  '.zprofile': 'shellscript',
  '.profile': 'shellscript',
  '.bash_profile': 'shellscript',
  '.bash_aliases': 'shellscript',
  '.rprofile': 'r',
  '.flaskenv': 'dotenv',
  '.editorconfig': 'ini',
  pipfile: 'toml',
  'requirements.txt': 'pip-requirements',
  gemfile: 'ruby',
  rakefile: 'ruby',
  'cmakelists.txt': 'makefile',
  build: 'starlark',
  snakefile: 'python',
  tiltfile: 'starlark',
  vagrantfile: 'ruby',
  brewfile: 'ruby',
  podfile: 'ruby',
  fastfile: 'ruby',
  earthfile: 'dockerfile',
  '.npmrc': 'ini',
  '.gitmodules': 'ini',
  '.condarc': 'yaml',
  '.babelrc': 'json',
  '.swcrc': 'json',
};

const BY_EXTENSION: Readonly<Record<string, string>> = languages(
  'python py pyi pyw pyx bzl star smk mojo',
  'javascript js mjs cjs',
  'javascriptreact jsx',
  'typescript ts mts cts',
  'typescriptreact tsx',
  'vue vue',
  'svelte svelte',
  'astro astro',
  'java java',
  'kotlin kt kts',
  'scala scala sc sbt',
  'groovy groovy gradle nf jenkinsfile',
  'csharp cs csx',
  'fsharp fs fsx',
  'go go',
  'rust rs ron',
  'swift swift',
  'dart dart',
  'ruby rb rake gemspec',
  'php php phtml',
  'c c h',
  'cpp cc cpp cxx hpp hh hxx ino cu cuh',
  'objective-c m mm',
  'r r rmd.r',
  'julia jl',
  'elixir ex exs',
  'lua lua',
  'perl pl pm',
  'clojure clj cljs cljc bb edn',
  'lisp lisp lsp el scm ss rkt',
  'haskell hs lhs hsc',
  'erlang erl hrl escript',
  'nim nim nims nimble',
  'ocaml ml mli',
  'vb vb vbs bas cls',
  'jsonnet jsonnet libsonnet',
  'cue cue',
  'baml baml',
  'http http rest hurl',
  'code d sol gleam pkl kdl v hx vala odin awk prisma pbxproj strings bru thrift',
  'hash-code cr gd coffee tcl nu rego raku',
  'wdl wdl',
  'dash-code elm purs dhall idr adb ads vhd applescript',
  'zig zig',
  'nix nix',
  'proto proto textproto pbtxt',
  'css css scss less',
  'shellscript sh bash zsh fish ksh bats command slurm sbatch pbs envrc',
  'powershell ps1 psm1 psd1',
  'shellscript bat cmd',
  'dockerfile dockerfile containerfile',
  'modelfile modelfile',
  'makefile mk mak cmake just',
  'terraform tf hcl tfvars nomad tofu',
  'bicep bicep bicepparam',
  // Scenes, objects and settings of Unity: https://docs.unity3d.com/Manual/UnityYAML.html
  'yaml yaml yml cwl unity prefab asset',
  'toml toml',
  'json json json5 webmanifest tfstate avsc geojson jsonld har',
  'jsonc jsonc code-workspace hjson',
  'jsonl jsonl ndjson',
  'xml xml xcscheme plist csproj fsproj props targets config xaml storyboard xsd svg pom rss resx ' +
    'fxml nuspec vcxproj wsdl xsl xslt ps1xml',
  'properties properties xcconfig',
  'ini ini cfg conf desktop service timer socket container pod kube',
  'dotenv env',
  // Rd of R is marked up otherwise, and read by its lines and quotes as well.
  'markdown md markdown livemd mdc prompt prompty rd',
  'mdx mdx',
  'quarto qmd rmd',
  'restructuredtext rst',
  'jupyter ipynb',
  'sql sql psql pgsql hql',
  'csv csv tsv',
  'graphql graphql gql',
  'html html htm xhtml cshtml razor aspx jsp',
  'plaintext txt log text',
);

/** Names that fences and directives use for languages. */
const ALIASES: Readonly<Record<string, string>> = languages(
  'python py python3 py3 ipython pycon sage',
  'javascript js node mjs',
  'typescript ts deno',
  'typescriptreact tsx',
  'javascriptreact jsx',
  'shellscript sh bash shell console zsh terminal fish shell-session bat cmd batch curl',
  'powershell ps1 ps pwsh',
  'yaml yml',
  'json json5',
  'jsonc jsonc',
  'csharp cs c#',
  'cpp c++',
  'rust rs ron',
  'ruby rb',
  'go golang',
  'dockerfile docker',
  'terraform hcl tf',
  'elixir ex iex',
  'kotlin kt',
  'markdown md',
  'mdx mdx',
  'properties properties',
  'dotenv env',
  'html html vue svelte',
  'xml xml',
  'objective-c objc',
  'julia jl',
  'r r',
  'sql postgresql psql',
  'modelfile modelfile',
  'java java',
  'makefile make just',
  'haskell hs',
  'erlang erl',
  'clojure clj cljs edn',
  'lisp elisp emacs-lisp scheme racket common-lisp',
  'vb vbnet visual-basic',
  'http rest',
);

function languages(...lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [language = '', ...names] = line.split(' ');
      return names.map((name) => [name, language] as const);
    }),
  );
}

/** VS Code's ids that say no more than the path does, or less. */
const VAGUE = new Set([
  'plaintext',
  'log',
  'code-text-binary',
  'binary',
  'search-result',
  'scminput',
  'ignore',
  'bat',
]);

/** Languages of templates: what a template writes is of the language that its path says. */
const TEMPLATE_ID =
  /^(?:jinja|django|handlebars|gotmpl|go-template|ejs|erb|liquid|twig|mustache|html-eex|nunjucks)/;

/** Extensions that say only that something is filled in, or what the file is for; the one before them says more. */
const SUFFIX = new RegExp(
  String.raw`^(?:example|sample|template|tmpl|tpl|tt|dist|local|dev|development|prod|production|staging|test|` +
    String.raw`bak|orig|in|default|defaults|gotmpl|j2|jinja|jinja2|erb|eex|leex|heex|ejs|hbs|handlebars|` +
    String.raw`mustache|liquid|njk|twig|tftpl|tmp|old|copy|ci)$`,
);
/** What templates of pages are where nothing else says so. */
const PAGES: Readonly<Record<string, string>> = languages(
  'html hbs handlebars j2 jinja jinja2 ejs eex leex heex liquid njk twig mustache',
  'ruby erb',
);
/** Extensions that say little of what is in the file. */
const WEAK = /^(?:config|conf|cfg|settings|inc)$/;

/** The language of a file; `plaintext` when nothing says more. */
export function languageOf(path: string, languageId?: string): string {
  const byPath = languageOfPath(path);
  if (
    languageId === undefined ||
    VAGUE.has(languageId) ||
    TEMPLATE_ID.test(languageId) ||
    byPath === 'modelfile' ||
    byPath === 'jsonl'
  )
    return byPath;
  return canonical(languageId);
}

/**
 * Whether a path leaves open what is in the file, so that its text may tell: no extension that is known, or one of
 * templates and settings.
 */
export function isOpenFormat(path: string): boolean {
  const name = nameOf(path);
  if (languageOfName(name, path) !== undefined) return false;
  const last = name.split('.').at(-1) ?? '';
  return WEAK.test(last) || knownExtension(name.split('.')) === undefined;
}

function languageOfPath(path: string): string {
  const name = nameOf(path);
  const parts = name.split('.');
  return languageOfName(name, path) ?? knownExtension(parts) ?? PAGES[parts.at(-1) ?? ''] ?? 'plaintext';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** By the whole name, or by what it begins with: `Dockerfile.gpu`, `.env-production`, `env.example`. */
function languageOfName(name: string, path: string): string | undefined {
  if (Object.hasOwn(BY_NAME, name)) return BY_NAME[name];
  if (/^\.env(?:[._-](?!.*\.(?:[cm]?[jt]s|py|json|ya?ml|sh)$)|$)/.test(name)) return 'dotenv';
  const [first = '', ...others] = name.split('.');
  if (/^(?:env|dotenv)$/.test(first.replace(/[-_](?:example|sample|template|local|prod|dev)$/, '')))
    return others.every((part) => SUFFIX.test(part)) ? 'dotenv' : undefined;
  const language = languageOfStem(first === '' ? (others[0] ?? '') : first);
  if (language !== undefined && knownExtension(name.split('.')) !== 'markdown') return language;
  const isRequirements =
    /^requirements.*\.(?:txt|in)$/.test(name) || /(?:^|\/)requirements\/[^/]+\.txt$/.test(path.toLowerCase());
  return isRequirements ? 'pip-requirements' : undefined;
}

/** `dockerfile-gpu`, `modelfile_large` */
function languageOfStem(part: string): string | undefined {
  const [, stem] = /^(dockerfile|containerfile|modelfile|procfile|envrc)(?:[-_].*)?$/.exec(part) ?? [];
  return stem === undefined ? undefined : STEMS[stem];
}

const STEMS: Readonly<Record<string, string>> = {
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
  modelfile: 'modelfile',
  procfile: 'shellscript',
  envrc: 'shellscript',
};

/** By the last extension that is known: `values.yaml.tpl` is YAML. */
function knownExtension(parts: readonly string[]): string | undefined {
  for (let at = parts.length - 1; at > 0; at--) {
    const extension = parts[at] ?? '';
    if (Object.hasOwn(BY_EXTENSION, extension)) return BY_EXTENSION[extension];
    if (!SUFFIX.test(extension)) break;
  }
  return undefined;
}

/** A language id or a fence's name in this project's words. */
export function canonical(name: string): string {
  const lower = name.toLowerCase();
  return Object.hasOwn(ALIASES, lower) ? (ALIASES[lower] ?? lower) : (OWN[lower] ?? lower);
}

const OWN: Readonly<Record<string, string>> = {
  'docker-compose': 'yaml',
  dockercompose: 'yaml',
  'github-actions-workflow': 'yaml',
  helm: 'yaml',
  env: 'dotenv',
  'pip-requirements': 'pip-requirements',
  tfvars: 'terraform',
  'terraform-vars': 'terraform',
  'cuda-cpp': 'cpp',
  rmd: 'quarto',
  'jupyter-notebook': 'jupyter',
  'spring-boot-properties': 'properties',
  'java-properties': 'properties',
  'spring-boot-properties-yaml': 'yaml',
  scss: 'css',
  less: 'css',
};

/** Whether a file is a script of JavaScript or TypeScript, or a component with one. */
export function isScriptFile(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|vue|svelte)$/.test(path);
}

/** Whether a file is of a language whose files of a folder are one package: what one of them keeps, all others see. */
export function isOfPackage(path: string): boolean {
  return /\.(?:go|java|kts?|scala|swift|cs)$/.test(path);
}
