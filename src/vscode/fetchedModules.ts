/** The names of files of code: those that are needed at once, the one to open before all, and those that they may load later. */
export interface CodeFiles {
  readonly first: readonly string[];
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
 * Modules of CommonJS where nobody reads a file while a module waits. Each is run, as the editor runs the entry, when it is first
 * required. All that the first ones may load later is fetched together, when the first of it is required: that `require` promises the
 * module, and `import()` was built into one that may.
 */
export class FetchedModules {
  private readonly texts = new Map<string, string>();
  private readonly made = new Map<string, { exports: unknown }>();
  private later: Promise<void> | undefined;

  constructor(
    private readonly files: CodeFiles,
    private readonly host: ModuleHost,
  ) {}

  async open<T>(): Promise<T> {
    await this.fetch(this.files.first);
    return this.require(`./${this.files.first[0]}`) as T;
  }

  private readonly require = (path: string): unknown => {
    if (!path.startsWith('./')) return this.host.own[path];
    const file = path.slice('./'.length);
    const made = this.made.get(file);
    if (made !== undefined) return made.exports;
    const text = this.texts.get(file);
    return text === undefined ? this.fetchLater().then(() => this.require(path)) : this.run(file, text);
  };

  private run(file: string, text: string): unknown {
    const module = { exports: {} };
    this.made.set(file, module);
    // The editor runs the entry by the same means, and nothing but the extension's own files is run.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const body = new Function(
      'module',
      'exports',
      'require',
      `${text}\n//# sourceURL=${this.host.addressOf(file)}`,
    ) as (module: unknown, exports: unknown, require: unknown) => void;
    body(module, module.exports, this.require);
    this.texts.delete(file);
    return module.exports;
  }

  private fetchLater(): Promise<void> {
    return (this.later ??= this.fetch(this.files.later).catch((failure: unknown) => {
      this.later = undefined;
      throw failure;
    }));
  }

  private async fetch(files: readonly string[]): Promise<void> {
    const fetched = await Promise.all(files.map((file) => this.host.read(file)));
    for (const [index, file] of files.entries())
      this.texts.set(file, new TextDecoder().decode(fetched[index]));
  }
}
