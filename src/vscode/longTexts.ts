import type { Detection, DetectionContext, DocumentThread, Engine, SourceText } from '../core';
import { Debouncer } from './debouncer';
import { Owner } from './disposables';
import type { EngineHost } from './engineHost';
import type { Host } from './host';

/** Shorter texts, in UTF-16 code units, are read in less than a millisecond, also by code that is not yet compiled. */
const LONG = 2_000;
/** A thread has the catalog in memory: when nobody types any more, it ends. */
const IDLE_MS = 60_000;

interface Opened {
  readonly engine: Engine;
  /** Absent while it is started. */
  thread?: DocumentThread;
}

/**
 * Reads long texts in a thread beside the extension host, which other extensions share, while somebody types in them. Where there is no
 * such thread, or it is not ready, they are read here: the result is the same.
 */
export class LongTexts extends Owner {
  private readonly idle = this.own(new Debouncer(IDLE_MS));
  private opened: Opened | undefined;
  /** The text that was read last: who reads one again is typing in it. */
  private last = '';

  constructor(
    private readonly engineHost: Pick<EngineHost, 'current' | 'inForce' | 'onDidReplace'>,
    private readonly host: Pick<Host, 'documentThread'>,
  ) {
    super();
    this.own(engineHost.onDidReplace(() => this.close()));
    this.own({ dispose: () => this.close() });
  }

  /** What a text names. */
  async detect(engine: Engine, source: SourceText, context: DetectionContext): Promise<Detection> {
    const taken = source.text.length < LONG ? undefined : this.take(engine, source, context);
    return (await taken?.catch(() => undefined)) ?? engine.detect(source, context);
  }

  private take(
    engine: Engine,
    source: SourceText,
    context: DetectionContext,
  ): Promise<Detection> | undefined {
    const isAgain = this.last === source.path;
    this.last = source.path;
    if (this.opened?.engine !== engine && isAgain) this.open(engine);
    if (this.opened === undefined) return undefined;
    this.idle.run(() => this.close());
    return this.opened.engine === engine ? this.opened.thread?.detect(source, context) : undefined;
  }

  private open(engine: Engine): void {
    this.close();
    const opened: Opened = (this.opened = { engine });
    void this.start(engine).then(
      (thread) => {
        if (this.opened === opened && thread !== undefined) opened.thread = thread;
        else void thread?.close();
      },
      () => undefined, // Then all is read here.
    );
  }

  /** Nothing where the host has no threads, or another catalog was put in force meanwhile. */
  private async start(engine: Engine): Promise<DocumentThread | undefined> {
    const inForce = await this.engineHost.inForce();
    return this.engineHost.current === engine ? this.host.documentThread?.(inForce) : undefined;
  }

  private close(): void {
    this.idle.dispose();
    void this.opened?.thread?.close();
    this.opened = undefined;
  }
}
