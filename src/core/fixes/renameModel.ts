import { message } from '../message';
import { type Finding, tellsOfEnd } from '../policy/finding';
import type { Fix, FixContext } from './fix';
import { replaceReference } from './replaceReference';
import { spellingIn, withId } from './spelling';

/** The name that was meant by a misspelled one, the present name of a renamed model, or the successor that the publisher of a retired one names. */
export function renameModel({ rule, reference, data }: Finding, context: FixContext): readonly Fix[] {
  const wanted =
    rule === 'model/renamed' || rule === 'model/unknown'
      ? data?.['present']
      : tellsOfEnd(rule)
        ? data?.['successor']
        : undefined;
  if (reference === undefined || wanted === undefined) return [];
  const { catalog } = context.evaluation;
  const record = catalog.resolve(wanted, reference.registry)?.record ?? catalog.model(wanted);
  const spelling = record === undefined ? undefined : spellingIn(record, reference.registry, catalog);
  const newText = spelling === undefined ? undefined : withId(reference, spelling);
  if (spelling === undefined || newText === undefined || newText === reference.text) return [];
  const title =
    rule === 'model/unknown'
      ? message('Write {0}', spelling)
      : rule === 'model/renamed'
        ? message('Write the present name {0}', spelling)
        : message('Move to the successor {0}', spelling);
  return [
    {
      id: `rename:${spelling}`,
      kind: 'rename',
      title,
      preferred: true,
      action: replaceReference(reference, newText, context),
    },
  ];
}
