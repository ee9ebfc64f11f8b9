import type { Disposable } from 'vscode';

/** Runs the last piece of work it was given, once no other came for a while. */
export class Debouncer implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly pauseMs: number) {}

  run(work: () => void): void {
    this.dispose();
    this.timer = setTimeout(work, this.pauseMs);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
