import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';

/** Where a name may stand, by what asks for it. */
const PLACES: Readonly<Record<string, readonly [path: string, text: (name: string) => string]>> = {
  gateway: ['a.py', (name) => `litellm.completion(model="${name}")\n`],
  client: ['a.py', (name) => `Together().chat.completions.create(model="${name}")\n`],
  ollama: ['a.py', (name) => `ollama.chat(model="${name}")\n`],
  loader: ['a.py', (name) => `AutoModel.from_pretrained("${name}")\n`],
  key: ['a.yaml', (name) => `model: ${name}\n`],
  value: ['a.py', (name) => `x = "${name}"\n`],
  entry: ['a.py', (name) => `x = {"${name}": 1}\n`],
  text: ['a.md', (name) => `We use ${name} here.\n`],
  data: ['a.py', (name) => `load_dataset("${name}")\n`],
};

/** The registry and the id that a name has at these places, `registry id: places; …`. */
export function takenAt(name: string): string {
  const places = new Map<string, string[]>();
  for (const [place, [path, textOf]] of Object.entries(PLACES)) {
    const taken = detectReferences(textOf(name), { path, catalog: builtCatalog() })
      .references.map(({ registry, id }) => `${registry}${id === name ? '' : ` ${id}`}`)
      .join(' + ');
    if (taken !== '') places.set(taken, [...(places.get(taken) ?? []), place]);
  }
  return [...places].map(([taken, at]) => `${taken}: ${at.join(' ')}`).join('; ');
}
