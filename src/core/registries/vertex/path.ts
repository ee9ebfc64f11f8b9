import type { OwnPath } from '../registry';

const PUBLISHER = /^(?:projects\/[^/]+\/locations\/[^/]+\/)?(?=publishers\/[\w-]+\/models\/([\w.@-]+)$)/;

/** `publishers/google/models/name`, a project and a location before it left out. */
export function vertexPath(value: string): OwnPath | undefined {
  const found = PUBLISHER.exec(value);
  return found === null ? undefined : { id: found[1] ?? '', certain: true, start: found[0].length };
}
