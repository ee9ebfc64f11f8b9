import { program } from '../define';
import { readDockerAddress } from './address';
import { dockerPath } from './path';
import { dockerSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Images of models that Docker Model Runner pulls: `ai/gemma3:4B-Q4_K_M`. */
export const docker: RegistryDefinition = {
  kind: 'hub',
  runsHere: true,
  isFetchedByItsServer: true,
  prefixes: ['dmr', 'docker_model_runner'],
  schemes: [{ scheme: 'docker://ai/', name: /^[\w.-]+(?::[\w.-]+)?$/ }],
  ownPath: dockerPath,
  addresses: [{ host: 'hub.docker.com', read: readDockerAddress }],
  programs: [program('docker', 'loads', 'model')],
  spelling: dockerSpelling,
};
