import type { Disposable } from 'vscode';

/** Something that owns other things and lets go of them with itself. */
export abstract class Owner implements Disposable {
  private readonly owned: Disposable[] = [];

  protected own<T extends Disposable>(thing: T): T {
    this.owned.push(thing);
    return thing;
  }

  dispose(): void {
    for (const thing of this.owned.splice(0)) thing.dispose();
  }
}
