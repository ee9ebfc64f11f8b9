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

/**
 * A version and a capacity right behind the name, as the command line of Azure takes them for a deployment:
 * https://learn.microsoft.com/cli/azure/cognitiveservices/account/deployment
 */
const VERSION_AND_CAPACITY = new RegExp(
  String.raw`^["']?[\s,;]{0,20}-{0,2}["']?model[-_]?version["']?\s{0,4}[:=\s]\s{0,4}["']?\d[\d.-]{0,20}["']?` +
    String.raw`[\s,;]{0,20}-{0,2}["']?(?:sku[-_]?)?capacity\b`,
  'i',
);
const CAPACITY: Needs = { loader: false, words: ['capacity'] };

/** The same in a script: `-ModelName "gpt-4o" -ModelVersion "2024-08-06" -Capacity 12`. */
export const byDeploymentArguments = needing(CAPACITY, ({ text, end }) =>
  VERSION_AND_CAPACITY.test(text.slice(end, end + 160))
    ? { role: 'calls', host: hostOfRegistry('azure'), why: [spelledAs('azure')] }
    : undefined,
);
