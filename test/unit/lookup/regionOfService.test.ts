import { describe, expect, it } from 'vitest';
import { serviceAt } from '../../../src/core/lookup/service';
import { builtCatalog } from '../../support/builtCatalog';

const regionAt = (host: string, id: string, region?: string) =>
  serviceAt(builtCatalog(), host, id, { region }).region;

describe('the place of processing', () => {
  it('is the country of the region that is set', () => {
    expect(regionAt('bedrock', 'anthropic.claude-sonnet-4-5-20250929-v1:0', 'eu-central-1')).toBe('DE');
    expect(regionAt('azure', 'gpt-4o', 'swedencentral')).toBe('SE');
    expect(regionAt('vertex', 'gemini-2.5-pro', 'europe-west4')).toBe('NL');
  });

  it('is read from the name in the address', () => {
    expect(regionAt('vertex', 'gemini-2.5-pro', 'europe-west4-aiplatform.googleapis.com')).toBe('NL');
    expect(regionAt('bedrock', 'x', 'bedrock-runtime.ap-northeast-1.amazonaws.com')).toBe('JP');
    expect(regionAt('azure', 'gpt-4o', 'ai.swedencentral.models.ai.azure.com')).toBe('SE');
    expect(regionAt('alibaba', 'qwen-plus', 'dashscope.aliyuncs.com')).toBe('CN');
    expect(regionAt('openai', 'gpt-5', 'us.api.openai.com')).toBe('US');
    expect(regionAt('openai', 'gpt-5', 'api.openai.com')).toBeNull();
    expect(regionAt('openai', 'gpt-5', 'jp.api.openai.com')).toBeNull();
    expect(builtCatalog().hostAt({ host: 'jp.api.openai.com', port: null, path: '/v1' })?.id).toBe('openai');
  });

  it('is kept in the Union where a profile for Europe is called from there, and not where it is called from beside it', () => {
    const possible = (site: { region?: string; possibleRegions?: readonly string[] }) =>
      serviceAt(builtCatalog(), 'bedrock', 'eu.anthropic.claude-x', site).possibleRegions;
    const inside = ['DE', 'ES', 'FR', 'IE', 'IT', 'SE'];
    expect(possible({ region: 'eu-central-1' })).toEqual(inside);
    expect(possible({ region: 'bedrock-runtime.eu-west-1.amazonaws.com' })).toEqual(inside);
    expect(possible({ possibleRegions: ['eu-central-1', 'eu-west-3'] })).toEqual(inside);
    for (const site of [{}, { region: 'eu-west-2' }, { possibleRegions: ['eu-central-1', 'eu-central-2'] }])
      expect(possible(site)).toEqual(expect.arrayContaining(['CH', 'GB']));
  });

  it('may be outside of the Union at an address for Europe, as its host says', () => {
    const { region, possibleRegions } = serviceAt(builtCatalog(), 'openai', 'gpt-5', {
      region: 'eu.api.openai.com',
    });
    expect([region, possibleRegions]).toEqual(['EU', ['CH', 'EU', 'IS', 'LI', 'NO']]);
  });

  it('is China at the Azure that 21Vianet runs there, whose terms were not read', () => {
    const { region, terms } = serviceAt(builtCatalog(), 'azure', 'chat', {
      region: 'contoso.openai.azure.cn',
    });
    expect([region, terms]).toEqual(['CN', undefined]);
    expect(builtCatalog().hostAt({ host: 'contoso.openai.azure.cn', port: null, path: '' })?.id).toBe(
      'azure',
    );
    expect(regionAt('azure', 'gpt-4o', 'chinanorth3')).toBe('CN');
  });

  it('is what the beginning of the name says, wherever the call is sent', () => {
    expect(regionAt('bedrock', 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0', 'eu-west-1')).toBe('EU');
    expect(regionAt('bedrock', 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', 'eu-west-1')).toBeNull();
  });

  it('is a whole geography where the name says so, whatever region is set', () => {
    const { region, possibleRegions } = serviceAt(
      builtCatalog(),
      'bedrock',
      'apac.anthropic.claude-sonnet-4-20250514-v1:0',
      { region: 'ap-northeast-1' },
    );
    expect(region).toBe('APAC');
    expect(possibleRegions).toEqual(expect.arrayContaining(['IN', 'JP', 'KR', 'SG']));
    expect(serviceAt(builtCatalog(), 'bedrock', 'jp.anthropic.claude-x').possibleRegions).toEqual([]);
    expect(serviceAt(builtCatalog(), 'bedrock', 'global.anthropic.claude-x').possibleRegions).toContain('BR');
  });

  it('may be each of several that are set, and is the country that all are in', () => {
    const at = (id: string, possibleRegions: readonly string[]) => {
      const { region, possibleRegions: possible } = serviceAt(builtCatalog(), 'bedrock', id, {
        possibleRegions,
      });
      return [region, possible];
    };
    expect(at('amazon.nova-2-lite-v1:0', ['eu-central-1', 'ap-east-1'])).toEqual([null, ['DE', 'HK']]);
    expect(at('amazon.nova-2-lite-v1:0', ['xx-nowhere-1', 'ap-east-1'])).toEqual([null, ['HK']]);
    expect(at('amazon.nova-2-lite-v1:0', ['ap-northeast-1', 'ap-northeast-3'])).toEqual(['JP', []]);
    expect(at('eu.amazon.nova-2-lite-v1:0', ['us-east-1', 'ap-east-1'])[0]).toBe('EU');
  });

  it('is not known where nothing tells it', () => {
    expect(regionAt('bedrock', 'anthropic.claude-sonnet-4-5-20250929-v1:0')).toBeNull();
    expect(regionAt('azure', 'gpt-4o', 'contoso.openai.azure.com')).toBeNull();
    expect(regionAt('vertex', 'gemini-2.5-pro', 'global')).toBeNull();
  });
});
