import type { Registry } from '../../vocabulary';

/** What files are called whose models Oracle Cloud runs: `oci-genai-models.yml`, `OciModels.java`. */
export const OCI_FILES: { readonly registry: Registry; readonly path: RegExp } = {
  registry: 'oci',
  path: /(?:^|[/._-])oci(?=[/._-]|[A-Z])|(?:^|\/)Oci[A-Z]/,
};
