import { message } from '../message';
import type { Finding } from '../policy/finding';
import type { Fix, FixContext } from './fix';

/** The license's text on its steward's site. */
export function openLicense({ data }: Finding, { evaluation: { catalog } }: FixContext): readonly Fix[] {
  const key = data?.['licenseKey'];
  const license = key === undefined ? undefined : catalog.license(key);
  if (license?.url?.startsWith('https://') !== true) return [];
  return [
    {
      id: `open:${license.key}`,
      kind: 'open-license',
      title: message('Open the license: {0}', license.name),
      preferred: false,
      action: { kind: 'open', url: license.url },
    },
  ];
}

/** Which clause decided and where it was read, to paste into a review. */
export function copyCitation({ decision }: Finding, { evaluation: { catalog } }: FixContext): readonly Fix[] {
  if (decision?.kind !== 'clause' || decision.clause === null) return [];
  const license = catalog.license(decision.license);
  const text = [`${license?.name ?? decision.license}, ${decision.clause}`, decision.source, license?.url]
    .filter((part) => part !== null && part !== undefined)
    .join('\n');
  return [
    {
      id: 'citation',
      kind: 'copy-citation',
      title: message('Copy the citation: {0}', decision.clause),
      preferred: false,
      action: { kind: 'copy', text },
    },
  ];
}
