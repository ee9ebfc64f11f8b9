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
  '.editorconfig': 'ini',
  pipfile: 'toml',
  'requirements.txt': 'pip-requirements',
  gemfile: 'ruby',
  rakefile: 'ruby',
  'cmakelists.txt': 'makefile',
  build: 'starlark',
  snakefile: 'python',
};

const BY_EXTENSION: Readonly<Record<string, string>> = languages(
  'python py pyi pyw pyx bzl star',
  'javascript js mjs cjs',
  'javascriptreact jsx',
  'typescript ts mts cts',
  'typescriptreact tsx',
  'vue vue',
  'svelte svelte',
  'astro astro',
  'java java',
  'kotlin kt kts',
  'scala scala sc',
  'groovy groovy gradle',
  'csharp cs csx',
  'fsharp fs fsx',
  'go go',
  'rust rs',
  'swift swift',
  'dart dart',
  'ruby rb erb rake gemspec',
  'php php',
  'c c h',
  'cpp cc cpp cxx hpp hh hxx ino cu cuh',
  'objective-c m mm',
  'r r rmd.r',
  'julia jl',
  'elixir ex exs',
  'lua lua',
  'perl pl pm',
  'clojure clj cljs edn',
  'zig zig',
  'nix nix',
  'proto proto',
  'css css scss less',
  'shellscript sh bash zsh fish ksh bats template command',
  'powershell ps1 psm1 psd1',
  'shellscript bat',
  'dockerfile dockerfile containerfile',
  'modelfile modelfile',
  'makefile mk mak cmake just',
  'terraform tf hcl tfvars nomad',
  'bicep bicep bicepparam',
  'yaml yaml yml',
  'toml toml',
  'json json json5 webmanifest tfstate',
  'jsonc jsonc code-workspace',
  'jsonl jsonl ndjson',
  'xml xml xcscheme plist csproj fsproj props targets config xaml storyboard xsd svg pom rss resx fxml',
  'properties properties',
  'ini ini cfg conf desktop service',
  'dotenv env',
  'markdown md markdown mdc',
  'mdx mdx',
  'quarto qmd rmd',
  'restructuredtext rst',
  'jupyter ipynb',
  'sql sql psql pgsql',
  'csv csv tsv',
  'graphql graphql gql',
  'html html htm xhtml hbs handlebars j2 jinja jinja2 ejs',
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
  'rust rs',
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

/** The language of a file; `plaintext` when nothing says more. */
export function languageOf(path: string, languageId?: string): string {
  const byPath = languageOfPath(path);
  if (languageId === undefined || VAGUE.has(languageId) || byPath === 'modelfile' || byPath === 'jsonl')
    return byPath;
  return canonical(languageId);
}

function languageOfPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const byName = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (byName !== undefined) return byName;
  const parts = name.split('.');
  if (parts[0] === '' && parts[1] === 'env') return 'dotenv';
  if (parts[0] === 'dockerfile' || parts[0] === 'containerfile') return 'dockerfile';
  if (parts[0] === 'modelfile') return 'modelfile';
  if (
    /^requirements.*\.(?:txt|in)$/.test(name) ||
    /(?:^|\/)requirements\/[^/]+\.txt$/.test(path.toLowerCase())
  )
    return 'pip-requirements';
  return byExtension(parts);
}

/** By the last extension that is known: `values.yaml.tpl` is YAML. */
function byExtension(parts: readonly string[]): string {
  for (let at = parts.length - 1; at > 0; at--) {
    const extension = parts[at] ?? '';
    if (Object.hasOwn(BY_EXTENSION, extension)) return BY_EXTENSION[extension] ?? 'plaintext';
    if (
      !/^(?:example|sample|template|tmpl|tpl|dist|local|dev|development|prod|production|test|bak|orig|in|default|gotmpl)$/.test(
        extension,
      )
    )
      break;
  }
  return 'plaintext';
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
