import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';
import { message, ToldError } from '../core';

const execute = promisify(execFile);
const MAX_OUTPUT = 1 << 30;
/** A configuration can include a pipe that nobody writes to: git would wait for it forever. */
const LONGEST_RUN_MS = 300_000;

/** Why git could not answer, in words for the person who asked. */
export class GitError extends ToldError {}

const NOTHING = process.platform === 'win32' ? 'NUL' : '/dev/null';

/**
 * What a repository's own configuration could run, switched off: an answer that this program needs takes none of it. These go
 * before every configuration file (git-config(1), "-c").
 */
const CONFIGURATION = [
  'core.fsmonitor=false',
  `core.hooksPath=${NOTHING}`,
  'core.sshCommand=false',
  'core.askPass=',
  'core.pager=cat',
  'core.quotePath=off',
  'credential.helper=',
  'diff.external=',
  'protocol.allow=never',
].flatMap((setting) => ['-c', setting]);

/**
 * A repository can say that one commit or file stands for another: what it was is asked for, not what it is to look like. Objects that a
 * partial clone lacks stay missing, instead of being fetched by a command that the repository names. The list of
 * protocols overrules whatever a repository allows one by one (git(1), "GIT_ALLOW_PROTOCOL"; "none" is no protocol).
 */
const ENVIRONMENT: NodeJS.ProcessEnv = {
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: NOTHING,
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
};

/**
 * Runs git in a folder and gives its output. Nothing that a repository configures is run, nothing is fetched, and nothing is written.
 * Throws {@link GitError} where the reason is known, else the failure of the process.
 * @param timeout after which it counts as no answer, in milliseconds
 */
export async function runGit(
  root: string,
  args: readonly string[],
  timeout = LONGEST_RUN_MS,
): Promise<string> {
  try {
    const options = {
      ...surroundings(root),
      encoding: 'utf8',
      maxBuffer: MAX_OUTPUT,
      timeout,
    } as const;
    return (await execute(gitProgram(process.env), [...CONFIGURATION, ...args], options)).stdout;
  } catch (error) {
    throw knownReason(root, error as GitFailure) ?? error;
  }
}

/** Starts git in a folder, under the same rules as {@link runGit}, to be asked through its input. */
export function startGit(
  root: string,
  args: readonly string[],
): ChildProcessByStdio<Writable, Readable, null> {
  return spawn(gitProgram(process.env), [...CONFIGURATION, ...args], {
    ...surroundings(root),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

function surroundings(root: string): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  return { cwd: root, env: { ...process.env, ...ENVIRONMENT } };
}

/** The program's absolute path: a search for a bare name begins on Windows in the folder that is audited. Throws {@link GitError}. */
function gitProgram(env: NodeJS.ProcessEnv): string {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  const path = env['PATH'] ?? env['Path'] ?? '';
  for (const folder of path.split(delimiter).filter((entry) => isAbsolute(entry))) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // It lies further along the path, or nowhere.
    }
  }
  throw new GitError(message('git was not found.'));
}

interface GitFailure extends NodeJS.ErrnoException {
  readonly stderr?: string;
  readonly killed?: boolean;
}

function knownReason(root: string, { stderr = '', killed }: GitFailure): GitError | undefined {
  if (killed === true) return new GitError(message('git did not answer in time.'));
  if (stderr.includes('not a git repository'))
    return new GitError(message('{0} is not in a git work tree.', root));
  if (stderr.includes('dubious ownership'))
    return new GitError(
      message(
        'git does not read {0}, because it belongs to another user. If you trust it: {1}',
        root,
        `git config --global --add safe.directory ${root}`,
      ),
    );
  return undefined;
}
