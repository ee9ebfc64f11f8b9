import { memoized } from '../text/memo';
import { lastName } from './intent';
import { nearestKey, type Site } from './site';

/** Files in which builds and package managers are told of what a project consists, by the ecosystems' own names. */
const MANIFEST = new RegExp(
  String.raw`(?:^|/)(?:Cargo\.toml|go\.work|pnpm-workspace\.ya?ml|(?:lerna|rush|nx|turbo|composer|package)\.json|` +
    String.raw`deno\.jsonc?|tsconfig[\w.-]*\.json|(?:settings|build)\.gradle(?:\.kts)?|pyproject\.toml|` +
    String.raw`setup\.(?:py|cfg)|requirements[\w.-]*\.txt|mix\.exs|Gemfile|Podfile|Package\.swift|` +
    String.raw`(?:pubspec(?:_overrides)?|melos)\.ya?ml|CMakeLists\.txt|meson\.build|build\.sbt|pom\.xml|` +
    String.raw`[\w.-]+\.(?:cs|fs|vb)proj|BUILD(?:\.bazel)?|(?:WORKSPACE|MODULE)\.bazel|BUCK|TARGETS|` +
    String.raw`stack\.ya?ml|cabal\.project)$`,
);

/** Keys under which such a file names folders of the project. */
const FOLDER_KEY = new RegExp(
  String.raw`^(?:paths?|members|default-members|exclude|include|workspaces?|packages|package[-_]?dir|directory|` +
    String.raw`projectFolder|subprojects|modules?|deps|srcs|data|exports|actual|visibility|-e|--editable)$`,
  'i',
);

/** Keys under which it names the state of a repository of code that a dependency is got in. */
const GIT_KEY = /^(?:branch|rev|ref)$/;
/** Tables of what a project is built on; in others a tool has settings, of models as well. */
const OF_DEPENDENCIES = /dependenc|^(?:sources|overrides|patch|replace)$/i;
/** Where targets have names of their own: https://doc.rust-lang.org/cargo/reference/cargo-targets.html */
const NAMES_TARGETS = /(?:^|\/)Cargo\.toml$/;
const TARGET = /^(?:package|lib|bin|example|test|bench)$/;

/** Files whose words without a key are folders, packages and targets. */
const PLAIN = /(?:^|\/)(?:go\.work|requirements[\w.-]*\.txt|CMakeLists\.txt|cabal\.project)$/;

/** What it calls with them. */
const FOLDER_CALL = /^(?:include(?:Build|Flat)?|project|file|package|add_subdirectory|subdir|directories)$/;

const isManifest = memoized((path: string) => MANIFEST.test(path));
const isPlain = memoized((path: string) => PLAIN.test(path));

/**
 * Whether a manifest names a folder or target of the project at a place, or a branch of another: a member of a
 * workspace, a dependency that lies beside it or is got from a repository of code. What it says under other keys,
 * such as the settings of a tool, may name models.
 * @param path of the file, relative to the project
 */
export function isFolderOfProject(path: string, site: Site): boolean {
  if (!isManifest(path) || site.operand !== undefined) return false;
  const { call } = site;
  if (site.key === '' && call !== undefined) return FOLDER_CALL.test(lastName(call.callee));
  const key = nearestKey(site);
  if (key === '') return isPlain(path);
  return FOLDER_KEY.test(key) || isOfGit(key, site) || isTarget(path, site);
}

function isOfGit(key: string, { where, parents }: Site): boolean {
  return GIT_KEY.test(key) && (where === 'code' || parents.some((table) => OF_DEPENDENCIES.test(table)));
}

function isTarget(path: string, { key, parents }: Site): boolean {
  return key === 'name' && NAMES_TARGETS.test(path) && TARGET.test(parents[0] ?? '');
}
