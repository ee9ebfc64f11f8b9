/**
 * Installs a VS Code server from the npm registry alone, for machines that cannot download VS Code.
 *
 * The package `code-server` carries a complete VS Code server. Only that server is used, not the package's own front:
 * so its tarball is unpacked, and nothing but the server's dependencies (locked by its own shrinkwrap, scripts switched off) is installed.
 * Everything lies in one folder per version in the user's cache. Each stage leaves a mark, so that an install which broke
 * off goes on where it was.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebianPackages, which } from './debian.mjs';
import { withLock } from './lock.mjs';
import { npm, run, step } from './processes.mjs';
import { cacheFolder } from './project.mjs';

/** The VS Code inside is 1.139.1. The integrity is the registry's, noted when the version was chosen. */
const SERVER = {
  name: 'code-server',
  version: '4.139.1',
  integrity:
    'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** The server asks for this major version of Node, whichever runs us. The package holds its headers too. */
const NODE_VERSION = '24.21.0';
const NODE_INTEGRITY = {
  x64: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  arm64: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
};

/** Without these two compiled modules the extension host does not start; no other one is needed. */
const NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog'];

/**
 * @typedef {{ node: string, serverMain: string, vscode: string }} Host the Node to run it with, the server's script, and
 *   the folder of its VS Code
 *
 * Installs the server where it is missing.
 * @returns {Promise<Host>}
 */
export async function ensureHost() {
  const integrity = NODE_INTEGRITY[process.arch];
  if (process.platform !== 'linux' || integrity === undefined) {
    throw new Error(
      `The editor from the npm registry runs on Linux (x64, arm64) only; this is ${process.platform} ${process.arch}. Allow the download of VS Code instead.`,
    );
  }
  const home = cacheFolder(`editor-${SERVER.version}-node${NODE_VERSION}`);
  mkdirSync(home, { recursive: true });
  const nodeHome = join(home, 'node');
  const vscode = join(home, 'server', 'lib', 'vscode');
  const host = {
    node: join(nodeHome, 'bin', 'node'),
    serverMain: join(vscode, 'out', 'server-main.js'),
    vscode,
  };
  if (existsSync(join(home, 'complete'))) return host;

  await withLock(join(home, 'lock'), async () => {
    const log = join(home, 'install.log');
    const stage = (name, title, work) => once(join(home, `stage-${name}`), () => step(title, work));
    await stage('node', `fetching Node ${NODE_VERSION} for the editor`, () =>
      unpack({ name: `node-linux-${process.arch}`, version: NODE_VERSION, integrity }, nodeHome, log),
    );
    await stage('server', `fetching VS Code's server (code-server ${SERVER.version}, 45 MB)`, () =>
      unpack(SERVER, join(home, 'server'), log),
    );
    await stage('packages', "installing the server's packages", () =>
      // Not `npm ci`: the shrinkwrap that the package ships lacks a few of its own peers, at which `ci` gives up.
      npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: vscode, log }),
    );
    await stage('native', `compiling ${NATIVE_MODULES.join(' and ')}`, () => compile(vscode, nodeHome, log));
    writeFileSync(join(home, 'complete'), '');
  });
  return host;
}

/** Does a piece of work unless an earlier run finished it. */
async function once(mark, work) {
  if (existsSync(mark)) return;
  await work();
  writeFileSync(mark, '');
}

/** Downloads a package of the npm registry, compares its checksum, and unpacks it as `target`. */
async function unpack({ name, version, integrity }, target, log) {
  const scratch = `${target}.part`;
  for (const folder of [scratch, target]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  await npm(['pack', `${name}@${version}`, '--ignore-scripts', '--pack-destination', scratch], {
    cwd: scratch,
    log,
  });
  const [archive] = readdirSync(scratch);
  const found = `sha512-${createHash('sha512')
    .update(readFileSync(join(scratch, archive)))
    .digest('base64')}`;
  if (found !== integrity)
    throw new Error(
      `${name}@${version} is not the package that was chosen: its checksum is ${found}, expected ${integrity}.`,
    );
  await run('tar', ['-xzf', archive], { cwd: scratch, log });
  renameSync(join(scratch, 'package'), target);
  rmSync(scratch, { recursive: true, force: true });
}

async function compile(vscode, nodeHome, log) {
  const missing = [
    ['g++', 'g++'],
    ['make', 'make'],
    ['python3', 'python3'],
  ].filter(([command]) => which(command) === undefined);
  if (missing.length > 0)
    await installDebianPackages(
      missing.map(([, name]) => name),
      'Compiling two modules of the editor',
    );
  const env = {
    ...process.env,
    PATH: `${join(nodeHome, 'bin')}${delimiter}${process.env.PATH}`,
    npm_config_nodedir: nodeHome,
  };
  await npm(['rebuild', ...NATIVE_MODULES, '--foreground-scripts'], { cwd: vscode, env, log });
}
