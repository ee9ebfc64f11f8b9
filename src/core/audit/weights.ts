import type { Detection } from '../reference';
import { baseName } from './pathRules';

/** A file of weights in the tree names its model by being there: one reference, to the file itself. */
export function weightsReference(path: string): Detection {
  const name = baseName(path);
  return {
    references: [{
      range: { start: 0, end: 0 }, text: name, id: name.slice(0, name.lastIndexOf('.')), registry: 'local', role: 'ships', where: 'file',
      confidence: 'high', evidence: ['file:weights'], model: null,
    }],
    uses: [], runtimeChoices: [], skipped: [],
  };
}
