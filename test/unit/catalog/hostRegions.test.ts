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
    ['azure', 'swedencentral.api.cognitive.microsoft.com', 'SE'],
    ['groq', 'api.groq.com', null],
  ])('%s at %s: %s', (host, region, place) => {
    expect(serviceAt(catalog, host, 'acme/thing-7b', { region }).region).toBe(place);
  });
});
