import type { OwnPath } from '../registry';

/** `oci/vendor.name` of a gateway; and `xai.name`, which no other service has. */
export function ociPath(value: string): OwnPath | undefined {
  const id = /^oci\/([a-z]{2,20}\.[a-z][A-Za-z_.-]*\d[\w.-]*)$/.exec(value)?.[1] ?? value;
  return id !== value || /^xai\.grok-[a-z\d][\w.-]*$/.test(value) ? { id, certain: true } : undefined;
}
