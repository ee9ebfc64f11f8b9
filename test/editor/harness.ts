/**
 * The smallest runner that works in both extension hosts: in Node and in the browser's worker, where neither `process` nor
 * a test framework's file loading exists.
 */
import { timeLimit } from '../support/machineSpeed.mjs';

type Work = () => Promise<unknown> | unknown;

/** A test that takes longer on a quiet machine hangs. It is a limit for the whole run's sake, not a statement about speed. */
const LIMIT_SECONDS = 180;
/** How often it is looked whether the limit is over. */
const LOOK_MS = 1000;

/** Lines of the suite carry this mark, so that a runner tells them from what else the editor writes to its console. */
const MARK = '[suite]';

/** Set by the bundler: only tests whose name contains it are run. Empty for all. */
declare const ONLY_TESTS: string;

/** Set by the bundler: how slow the machine was when the run began. */
declare const SLOWNESS: number;

const tests: { readonly name: string; readonly body: Work }[] = [];
const cleanups: Work[] = [];

export function test(name: string, body: Work): void {
  tests.push({ name, body });
}

/** Undoes something once the present test has ended, whether it passed or not. */
export function afterwards(cleanup: Work): void {
  cleanups.push(cleanup);
}

/** Runs every test in the order of its definition. Rejects when one failed, as an editor's test runner wants it. */
export async function runTests(): Promise<void> {
  const chosen = tests.filter(({ name }) => name.includes(ONLY_TESTS));
  let failed = 0;
  for (const { name, body } of chosen) {
    const inBody = await failureOf(body);
    const inCleanups = await failureOfCleanups();
    const failure = inBody ?? inCleanups;
    if (failure === undefined) {
      say(`ok    ${name}`);
    } else {
      failed++;
      say(`FAIL  ${name}\n${indent(failure)}`);
    }
  }
  say(`${chosen.length - failed} passed, ${failed} failed`);
  if (failed > 0) throw new Error(`${failed} of ${chosen.length} editor tests failed`);
}

async function failureOfCleanups(): Promise<string | undefined> {
  let first: string | undefined;
  for (let cleanup = cleanups.pop(); cleanup !== undefined; cleanup = cleanups.pop()) {
    const failure = await failureOf(cleanup);
    first ??= failure;
  }
  return first;
}

async function failureOf(work: Work): Promise<string | undefined> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const isOver = timeLimit(LIMIT_SECONDS * 1000, SLOWNESS);
  const limit = new Promise((_resolve, reject) => {
    timer = setInterval(() => {
      if (isOver()) reject(new Error(`did not end within ${LIMIT_SECONDS} s of a quiet machine`));
    }, LOOK_MS);
  });
  try {
    await Promise.race([Promise.resolve().then(work), limit]);
    return undefined;
  } catch (failure) {
    return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  } finally {
    clearInterval(timer);
  }
}

function say(text: string): void {
  for (const line of text.split('\n')) {
    // The console is the only way out of both extension hosts.
    // eslint-disable-next-line no-console
    console.log(`${MARK} ${line}`);
  }
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
