import { DEPLOYMENT_ENTRIES } from '../../registries/tables';
import { hostOfRegistry } from '../host';
import { textOf } from '../surroundings';
import { spelledAs } from './nameAlone';
import { is, needing, type Needs } from './place';

const NAME: Needs = { loader: false, key: is(/^name$/i), words: ['format'] };

/**
 * The model that a deployment at a service runs, in a template which sets it up:
 * `model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-08-06' }`. It is asked for there, whoever makes it.
 */
export const byDeployment = needing(NAME, ({ text, site }, around) => {
  if (!/^model$/i.test(site.parents[0] ?? '')) return undefined;
  const said = textOf(text, around().own);
  const service = DEPLOYMENT_ENTRIES.find(([form]) => form.test(said))?.[1];
  return (
    service && {
      role: 'calls',
      host: hostOfRegistry(service),
      why: [spelledAs(service)],
      isDeployed: true,
    }
  );
});
