import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const regionsOf = (path: string, text: string) =>
  detect(text, path).references.map(({ region, possibleRegions }) => region ?? possibleRegions);

const MODEL = 'model {\n    format = "OpenAI"\n    name = "gpt-4o"\n    version = "2024-11-20"\n  }\n';
const US = 'resource "azurerm_cognitive_account" "us" {\n  location = "eastus2"\n}\n';
const SE = US.replace('"us"', '"se"').replace('eastus2', 'swedencentral');
const deployment = (of: string): string =>
  `resource "azurerm_cognitive_deployment" "d" {\n  cognitive_account_id = ${of}\n  ${MODEL}}\n`;

describe('the region of a deployment beside several accounts', () => {
  it.each([
    ['its account', US + SE + deployment('azurerm_cognitive_account.us.id'), 'eastus2'],
    [
      'its account, whichever is last',
      US + SE + deployment('azurerm_cognitive_account.se.id'),
      'swedencentral',
    ],
    ['one of a set', US + SE + deployment('azurerm_cognitive_account.us["a"].id'), 'eastus2'],
    [
      'one that waits for another',
      US + SE + deployment('azurerm_cognitive_account.us.id\n  depends_on = [azurerm_cognitive_account.se]'),
      'eastus2',
    ],
    [
      'the group of its account',
      'resource "azurerm_resource_group" "g" {\n  location = "eastus2"\n}\n' +
        'resource "azurerm_resource_group" "h" {\n  location = "swedencentral"\n}\n' +
        US.replace('"eastus2"', 'azurerm_resource_group.g.location') +
        deployment('azurerm_cognitive_account.us.id'),
      'eastus2',
    ],
    [
      'an account that lies elsewhere',
      `data "azurerm_cognitive_account" "a" {\n  name = "a"\n}\n${SE}${deployment('data.azurerm_cognitive_account.a.id')}`,
      undefined,
    ],
    ['nobody knows which account', US + SE + deployment('var.account'), ['eastus2', 'swedencentral']],
  ])('is that of %s, in Terraform', (_what, text, region) => {
    const [found] = regionsOf('main.tf', text);
    expect(Array.isArray(found) ? [...found].sort() : found).toEqual(region);
  });

  const bicep = (name: string, rest: string): string =>
    `resource ${name} 'Microsoft.CognitiveServices/accounts@2024-10-01' ${rest}\n`;
  const both =
    bicep('us', "= {\n  location: 'eastus2'\n}") + bicep('se', "= {\n  location: 'swedencentral'\n}");
  const made = (parent: string): string =>
    `resource d 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {\n  ${parent}\n  properties: { model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-11-20' } }\n}\n`;

  it.each([
    ['its parent', both + made('parent: us'), 'eastus2'],
    ['its parent, whichever is last', both + made('parent: se'), 'swedencentral'],
    ['the account in its name', both + made("name: '${us.name}/d'"), 'eastus2'],
    [
      'an account that lies elsewhere',
      bicep('old', "existing = {\n  name: 'a'\n}") + both + made('parent: old\n  dependsOn: [ se ]'),
      undefined,
    ],
  ])('is that of %s, in Bicep', (_what, text, region) => {
    expect(regionsOf('main.bicep', text)).toEqual([region]);
  });

  const arm = (name: string, location: string, within = ''): string =>
    `{"type": "Microsoft.CognitiveServices/accounts", "name": "${name}", "location": "${location}"${within}}`;
  const inArm = (name: string, type = 'Microsoft.CognitiveServices/accounts/deployments'): string =>
    `{"type": "${type}", "name": "${name}", "properties": {"model": {"format": "OpenAI", "name": "gpt-4o", "version": "2024-11-20"}}}`;
  const se = arm('acme-se', 'swedencentral');
  const us = arm('acme-us', 'eastus2');

  it.each([
    ['the account in its name', [us, se, inArm('acme-us/chat')], 'eastus2'],
    ['the account in its name, whichever is last', [us, se, inArm('acme-se/chat')], 'swedencentral'],
    [
      'an expression in its name',
      [
        arm("[parameters('us')]", 'eastus2'),
        arm("[parameters('se')]", 'swedencentral'),
        inArm("[concat(parameters('us'), '/chat')]"),
      ],
      'eastus2',
    ],
    [
      'the account that it stands in',
      [arm('acme-us', 'eastus2', `, "resources": [${inArm('chat', 'deployments')}]`), se],
      'eastus2',
    ],
    ['an account that lies elsewhere', [se, inArm('acme-us/chat')], undefined],
  ])('is that of %s, in an ARM template', (_what, resources, region) => {
    expect(regionsOf('azuredeploy.json', `{"resources": [${resources.join(',\n')}]}`)).toEqual([region]);
  });

  it('is that of the account that a program of Pulumi gives it', () => {
    const text = (of: string): string =>
      'import * as azure from "@pulumi/azure-native";\n' +
      'const us = new azure.cognitiveservices.Account("us", { location: "eastus2" });\n' +
      'const se = new azure.cognitiveservices.Account("se", { location: "swedencentral" });\n' +
      `const d = new azure.cognitiveservices.Deployment("d", { accountName: ${of}.name, properties: { model: { format: "OpenAI", name: "gpt-4o" } } });\n`;
    expect(regionsOf('index.ts', text('us'))).toEqual(['eastus2']);
    expect(regionsOf('index.ts', text('se'))).toEqual(['swedencentral']);
  });

  it('is that of the account that a command names', () => {
    const account = (name: string, place: string): string =>
      `az cognitiveservices account create --name ${name} --location ${place} --kind OpenAI\n`;
    const text = (of: string): string =>
      `${account('us', 'eastus2')}${account('se', 'swedencentral')}az cognitiveservices account deployment create -n ${of} --deployment-name d --model-name gpt-4o --model-version 2024-11-20\n`;
    expect(regionsOf('a.sh', text('us'))).toEqual(['eastus2']);
    expect(regionsOf('a.sh', text('se'))).toEqual(['swedencentral']);
  });
});
