import { LOCK_FILE_NAME } from '../drift/lockFile';
import type { SkipReason } from './skipReasons';

const VERSION_CONTROL = new Set(['.git', '.hg', '.svn', '.jj', 'CVS']);
const VENDORED = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  'site-packages',
  'Pods',
  'Carthage',
]);
/** Folders for the code of others in which projects keep pages of their own too. */
const VENDORED_CODE = new Set(['vendor', 'third_party', 'third-party', 'thirdparty']);
const DOCUMENT = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|ipynb|rmd|qmd)$/i;
const CACHES = new Set([
  '.venv',
  'venv',
  '__pycache__',
  '.tox',
  '.nox',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.ipynb_checkpoints',
  '.gradle',
  '.terraform',
  '.next',
  '.nuxt',
  '.svelte-kit',
  '.turbo',
  '.parcel-cache',
  '.cache',
  '.yarn',
  '.pnpm-store',
  '.eggs',
  '.vscode-test',
  'DerivedData',
]);
const LOCK_FILES = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  'poetry.lock',
  'pipfile.lock',
  'uv.lock',
  'pdm.lock',
  'pixi.lock',
  'conda-lock.yml',
  'cargo.lock',
  'go.sum',
  'go.work.sum',
  'composer.lock',
  'gemfile.lock',
  'podfile.lock',
  'package.resolved',
  'mix.lock',
  'pubspec.lock',
  'flake.lock',
  'packages.lock.json',
  'gradle.lockfile',
  '.terraform.lock.hcl',
  'manifest.toml.lock',
]);

/** Extensions of files that hold no text worth searching. Reading them to find that out would cost most of an audit. */
const BINARY = new Set(
  (
    'png jpg jpeg gif webp avif bmp ico icns tif tiff psd ai heic svgz mp3 mp4 m4a wav flac ogg opus webm mov avi mkv ' +
    'zip gz tgz bz2 xz zst 7z rar tar jar war ear whl egg nupkg vsix crx deb rpm dmg iso apk ipa ' +
    'exe dll so dylib a lib o obj class pyc pyo pyd wasm node pdb ' +
    'pdf doc docx xls xlsx ppt pptx odt ods odp ttf otf woff woff2 eot ' +
    'parquet arrow feather avro orc npy npz pickle db sqlite sqlite3 mdb rdb idx pack faiss lance ' +
    'blend fbx glb stl dae ply usdz tflite_cache keystore jks p12 der cer'
  ).split(' '),
);

/** Name endings of generated sources; the text may still say so where the name does not. */
const GENERATED_NAME =
  /(?:_pb2(?:_grpc)?\.pyi?|\.pb\.(?:go|cc|h|swift)|\.pb\.gw\.go|\.g\.dart|\.freezed\.dart|\.designer\.cs|\.g\.cs|\.generated\.[a-z]+|\.tsbuildinfo|\.map)$/i;
const MINIFIED_NAME = /[.-]min\.(?:js|css|mjs|cjs|html)$/i;
const INVENTORY_NAME =
  /(?:\.cdx\.(?:json|xml)|\.spdx(?:\.json|\.rdf|\.yaml)?|\.spdx3\.json|\.sarif(?:\.json)?|(?:^|\/)bom\.(?:json|xml)|(?:^|\/)sbom\.json)$/i;

/** Weights and other serialized models: a reference by being there. */
const WEIGHTS = new Set([
  'gguf',
  'ggml',
  'safetensors',
  'pt',
  'pth',
  'ckpt',
  'onnx',
  'tflite',
  'keras',
  'mlmodel',
  'mlpackage',
  'pte',
  'engine',
  'nemo',
  'llamafile',
  'task',
  'litertlm',
]);
/** Names that loaders of the Hub give to weights whose extension is used for other things too. */
const WEIGHT_NAMES =
  /^(?:pytorch_model|tf_model|flax_model|model|adapter_model|consolidated|diffusion_pytorch_model)(?:[.-].*)?\.(?:bin|h5|msgpack|pb)$/i;

/** A folder that is not entered, or `undefined`. */
export function folderSkip(name: string): SkipReason | undefined {
  if (VERSION_CONTROL.has(name)) return 'version-control';
  if (VENDORED.has(name)) return 'vendored';
  return CACHES.has(name) || name.endsWith('.egg-info') ? 'cache' : undefined;
}

/** A folder of the code of others, of which documents are read. */
export function holdsVendoredCode(name: string): boolean {
  return VENDORED_CODE.has(name);
}

/** A page for readers: prose, or a notebook. */
export function isDocument(path: string): boolean {
  return DOCUMENT.test(path);
}

/** Folders for what a build makes of sources. */
const BUILD_OUTPUT =
  /(?:^|\/)(?:dist|build|out|\.output|_build|_site|target\/classes|bin\/(?:debug|release)|obj|publish)\//i;

/** Whether a file lies where builds put what they make; it may have been written by hand nevertheless. */
export function isBuildOutput(path: string): boolean {
  return BUILD_OUTPUT.test(path);
}

/** A file that need not be opened, by its path alone, or `undefined`. */
export function fileSkip(path: string): SkipReason | undefined {
  const name = baseName(path).toLowerCase();
  if (name === LOCK_FILE_NAME) return 'approvals';
  if (LOCK_FILES.has(name)) return 'lock-file';
  if (BINARY.has(extensionOf(name))) return 'binary';
  if (MINIFIED_NAME.test(name)) return 'minified';
  if (GENERATED_NAME.test(name)) return 'generated';
  return INVENTORY_NAME.test(name) ? 'inventory' : undefined;
}

export function isWeightsFile(path: string): boolean {
  const name = baseName(path);
  return WEIGHTS.has(extensionOf(name.toLowerCase())) || WEIGHT_NAMES.test(name);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1) : '';
}
