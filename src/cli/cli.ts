import { version } from '../../package.json';
import type { withLayers } from '../node/layeredCatalog';
import type { loadCatalogInForce } from '../node/loadCatalog';

/** What the program takes from the process it runs in. */
export type HostProcess = Pick<NodeJS.Process, 'cwd' | 'env' | 'stdin' | 'stdout' | 'stderr'>;

/** What a command has beside its arguments. */
export interface Cli {
  readonly version: string;
  /** The folder of the bundle, where the catalog lies. */
  readonly home: string;
  readonly cwd: string;
  /** The variables of the environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Loads the catalog in force: who runs many command lines in one process may keep it. Absent: {@link loadCatalogInForce}. */
  readonly loadInForce: typeof loadCatalogInForce | undefined;
  /** The compiled catalog that the run was told to use (`--catalog`), once its arguments are read. */
  catalogFile?: string | undefined;
  /** The files of own records that the run was told to put on top of it, once its arguments are read, and what does so. */
  catalogLayers?: { readonly paths: readonly string[]; readonly put: typeof withLayers };
  /**
   * Writes a result to standard output; resolves when more may be written. What is written after the reader has gone is dropped: the
   * exit code still says what was found.
   */
  print(text: string): Promise<void>;
  /** Whether the reader of standard output has gone, as `head` does when it has seen enough: more output is of no use. */
  readonly unread: boolean;
  /** Why standard output could not be written, such as a full disk; `undefined` while it can. */
  readonly outputFailure: string | undefined;
  /** Whether people read standard output as it is written: what they read in tables, programs read as JSON. */
  readonly terminal: boolean;
  /** Writes a line for people to standard error. */
  say(text: string): void;
  /** Standard error itself, where progress is drawn. */
  readonly stderr: NodeJS.WriteStream;
  readonly stdin: AsyncIterable<string>;
}

/**
 * @param home the folder of the bundle, where the catalog lies
 * @param loadInForce see {@link Cli.loadInForce}
 */
export function createCli(home: string, host: HostProcess, loadInForce?: Cli['loadInForce']): Cli {
  const { cwd, env, stdout, stderr } = host;
  const output = createOutput(stdout);
  return {
    version,
    home,
    cwd: cwd(),
    env,
    loadInForce,
    print: output.print,
    get unread() {
      return output.closed();
    },
    get outputFailure() {
      return output.failure();
    },
    terminal: stdout.isTTY === true,
    say: (text) => stderr.write(`${text}\n`),
    stderr,
    // Opened by who reads it: Node loads its streams of files for that, a tenth of what a look-up takes.
    stdin: { [Symbol.asyncIterator]: () => lines(host.stdin) },
  };
}

interface Output {
  readonly print: Cli['print'];
  readonly closed: () => boolean;
  readonly failure: () => string | undefined;
}

function createOutput(stream: NodeJS.WriteStream): Output {
  let closed = false;
  let failure: string | undefined;
  let resume = (): void => undefined;
  stream.on('drain', () => resume());
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') failure ??= error.message;
    closed = true;
    resume();
  });
  const print = (text: string): Promise<void> => {
    if (closed || stream.write(text)) return Promise.resolve();
    return new Promise((resolve) => {
      resume = resolve;
    });
  };
  return { print, closed: () => closed, failure: () => failure };
}

/** The lines of a stream, without their ends, in constant memory for any number of lines. */
async function* lines(stream: NodeJS.ReadStream): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream as AsyncIterable<string>) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}
