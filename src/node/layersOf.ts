import { delimiter } from 'node:path';

/** Where the user's environment names files of an organization's own records, with what divides paths there between them. */
const LAYERS_VARIABLE = 'MODEL_LICENSE_LENS_CATALOG_LAYERS';

/** The files of own records that the environment names. What reads them is another module: most runs have none. */
export function layersOf(env: NodeJS.ProcessEnv): readonly string[] {
  return (env[LAYERS_VARIABLE] ?? '').split(delimiter).filter((path) => path.trim() !== '');
}
