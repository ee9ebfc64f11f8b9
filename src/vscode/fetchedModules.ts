type Require = (path: string) => unknown;
type Body = (module: { exports: unknown }, exports: unknown, require: Require) => void;

/** Modules by the names of their files: those that are needed at once, the one to open before all, and names of what these may load later. */
export interface Code {
  readonly first: Readonly<Record<string, Body>>;
  readonly later: readonly string[];
}

export interface ModuleHost {
  readonly read: (file: string) => PromiseLike<Uint8Array>;
  /** By which a file is called where something fails in it. */
  readonly addressOf: (file: string) => string;
  /** What is no file, by the name that modules call it. */
  readonly own: Readonly<Record<string, unknown>>;
}

/**
 * Modules of CommonJS where nobody reads a file while a module waits. Each is run when it is first required. All that the first ones may
 * load later is fetched together, when the first of it is required: that `require` promises the module, and `import()` was built into
 * one that may.
 */
export class FetchedModules {
  private readonly bodies: Map<string, Body>;
  private readonly made = new Map<string, { exports: unknown }>();
  private later: Promise<void> | undefined;

  constructor(
    private readonly code: Code,
    private readonly host: ModuleHost,
  ) {
    this.bodies = new Map(Object.entries(code.first));
  }

  open<T>(): T {
    const [first] = this.bodies.keys();
    return this.require(`./${first}`) as T;
  }

  private readonly require: Require = (path) => {
    if (!path.startsWith('./')) return this.host.own[path];
    const file = path.slice('./'.length);
    const made = this.made.get(file);
    if (made !== undefined) return made.exports;
    const body = this.bodies.get(file);
    if (body === undefined) return this.requireLater(file);
    const module = { exports: {} };
    this.made.set(file, module);
    try {
      body(module, module.exports, this.require);
    } catch (failure) {
      // It is run anew when it is required again, as Node does.
      this.made.delete(file);
      throw failure;
    }
    return module.exports;
  };

  private async requireLater(file: string): Promise<unknown> {
    await this.fetchLater();
    if (!this.bodies.has(file)) throw new Error(`${file} is not among the files of the extension.`);
    return this.require(`./${file}`);
  }

  private fetchLater(): Promise<void> {
    return (this.later ??= this.fetch(this.code.later).catch((failure: unknown) => {
      this.later = undefined;
      throw failure;
    }));
  }

  private async fetch(files: readonly string[]): Promise<void> {
    const read = async (file: string) => [file, await this.host.read(file)] as const;
    for (const [file, bytes] of await Promise.all(files.map(read)))
      this.bodies.set(file, bodyOf(new TextDecoder().decode(bytes), this.host.addressOf(file)));
  }
}

/** As the editor makes it of the entry. Nothing but the extension's own files is run. */
function bodyOf(text: string, address: string): Body {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function('module', 'exports', 'require', `${text}\n//# sourceURL=${address}`) as Body;
}
