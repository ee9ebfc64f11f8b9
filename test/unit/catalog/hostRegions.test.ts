import { describe, expect, it } from 'vitest';
import { serviceAt } from '../../../src/core/lookup/service';
import { builtCatalog } from '../../support/builtCatalog';

const catalog = builtCatalog();

describe('the place where a host processes', () => {
  it('has a table at each host that tells it by address, setting or name', () => {
    const without = catalog.hosts.filter(
      ({ regions }) => regions.from !== 'unknown' && Object.keys(regions.places).length === 0,
    );
    expect(without.map(({ id }) => id).filter((id) => id !== 'self')).toEqual([]);
  });

  it.each([
    ['oci', 'inference.generativeai.eu-frankfurt-1.oci.oraclecloud.com', 'DE'],
    ['oci', 'ap-osaka-1', 'JP'],
    ['watsonx', 'eu-de.ml.cloud.ibm.com', 'DE'],
    ['watsonx', 'ap-south-1.aws.wxai.ibm.com', 'IN'],
    ['xai', 'us-east-1.api.x.ai', 'US'],
    ['xai', 'api.x.ai', null],
    ['scaleway', 'api.scaleway.ai', 'EU'],
    ['ionos', 'openai.inference.de-txl.ionos.com', 'DE'],
    ['ionos', 'ionos', null],
    ['stackit', 'api.openai-compat.model-serving.eu01.onstackit.cloud', 'DE'],
    ['azure', 'swedencentral.api.cognitive.microsoft.com', 'SE'],
    ['groq', 'api.groq.com', null],
    ['sakura-internet', 'api.ai.sakura.ad.jp', 'JP'],
    ['soniox', 'stt-rt.soniox.com', 'US'],
    ['soniox', 'tts-rt.eu.soniox.com', 'EU'],
    ['soniox', 'api.jp.soniox.com', 'JP'],
    ['speechmatics', 'au1.asr.api.speechmatics.com', 'AU'],
    ['speechmatics', 'asr.api.speechmatics.com', null],
    ['rime', 'users-east.rime.ai', 'US'],
    ['cartesia', 'api.cartesia.ai', null],
  ])('%s at %s: %s', (host, region, place) => {
    expect(serviceAt(catalog, host, 'acme/thing-7b', { region }).region).toBe(place);
  });

  it.each([
    ['Standard', 'japaneast', ['JP']],
    [undefined, 'japaneast', ['JP']],
    ['DataZoneStandard', 'eastus', ['US']],
    ['DataZoneStandard', 'japaneast', ['AU', 'HK', 'IN', 'JP', 'KR', 'SG']],
    [
      'DataZoneBatch',
      'swedencentral',
      ['AT', 'BE', 'CH', 'DE', 'ES', 'FR', 'IE', 'IT', 'NL', 'NO', 'PL', 'SE'],
    ],
  ])('azure, a deployment of type %s in %s: %j', (deploymentType, region, countries) => {
    const { region: place, possibleRegions } = serviceAt(catalog, 'azure', 'gpt-4.1', {
      region,
      deploymentType,
    });
    expect(place === null ? possibleRegions : [place]).toEqual(countries);
  });

  it.each(['GlobalStandard', 'GlobalProvisionedManaged', 'DeveloperTier'])(
    'azure, a deployment of type %s may be anywhere',
    (deploymentType) => {
      const service = serviceAt(catalog, 'azure', 'gpt-4.1', { region: 'japaneast', deploymentType });
      expect(service.region).toBe(null);
      expect(service.possibleRegions).toEqual(expect.arrayContaining(['JP', 'US', 'SE', 'HK']));
      expect(service.possibleRegions).not.toContain('CN');
    },
  );
});
