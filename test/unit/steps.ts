/**
 * Counts the work on texts instead of timing it: every look at a character is counted, by counting what the methods of strings look
 * at. `start` replaces these methods, `stop` restores them.
 */
export class Steps {
  count = 0;
  private readonly restored: (() => void)[] = [];

  start(): void {
    this.countSearches();
    this.replace('charCodeAt', () => 1);
    this.replace('charAt', () => 1);
    this.replace('slice', (_, result) => (result as string).length + 1);
    this.replace('startsWith', (_, __, mark) => String(mark).length);
    this.replace('endsWith', (_, __, mark) => String(mark).length);
    this.replace(
      'indexOf',
      (text, result, _, from) =>
        ((result as number) < 0 ? text.length : (result as number)) - Number(from ?? 0) + 1,
    );
    this.replace(
      'lastIndexOf',
      (text, result, _, from) => Math.min(Number(from ?? text.length), text.length) - (result as number),
    );
    for (const name of [
      'includes',
      'split',
      'replace',
      'toLowerCase',
      'toUpperCase',
      'trim',
      'matchAll',
      'match',
      'search',
      'normalize',
    ] as const) {
      this.replace(name, (text) => text.length + 1);
    }
  }

  stop(): void {
    for (const restore of this.restored.splice(0)) restore();
  }

  /** The characters that an expression passes, up to the end of what it finds; one that is bound to a place looks only there. */
  private countSearches(): void {
    const { exec, test } = RegExp.prototype;
    const add = (more: number): void => {
      this.count += more > 1 ? more : 1;
    };
    RegExp.prototype.exec = function counted(this: RegExp, text: string): RegExpExecArray | null {
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const found = exec.call(this, text);
      const isBound = this.sticky || (this.source.startsWith('^') && !this.multiline);
      const end = found === null ? (isBound ? from : text.length) : found.index + found[0].length;
      add(end - from);
      return found;
    };
    RegExp.prototype.test = function counted(this: RegExp, text: string): boolean {
      return this.exec(text) !== null;
    };
    this.restored.push(() => {
      RegExp.prototype.exec = exec;
      RegExp.prototype.test = test;
    });
  }

  /** No method that is counted takes more than two arguments: to gather them would take longer than most of the work does. */
  private replace(
    name: string,
    cost: (text: string, result: unknown, first: unknown, second: unknown) => number,
  ): void {
    const prototype = String.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
    const original = prototype[name] as (...args: unknown[]) => unknown;
    const add = (more: number): void => {
      this.count += more > 1 ? more : 1;
    };
    prototype[name] = function counted(this: string, first?: unknown, second?: unknown): unknown {
      const result = original.call(this, first, second);
      add(cost(this, result, first, second));
      return result;
    };
    this.restored.push(() => {
      prototype[name] = original;
    });
  }
}

/** The looks at characters that a call takes. */
export function stepsOf(call: () => unknown): number {
  const steps = new Steps();
  steps.start();
  try {
    call();
  } finally {
    steps.stop();
  }
  return steps.count;
}
