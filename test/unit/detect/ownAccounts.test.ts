import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import { accountsIn, regionOfAccount } from '../../../src/core/detect/ownAccounts';
import { createEngine } from '../../../src/core/engine';
import { builtCatalog } from '../../support/builtCatalog';
import { memoryFiles, memoryHost } from '../audit/memory';

const TERRAFORM = `resource "azurerm_cognitive_account" "eu" {
  name                  = "acme"
  custom_subdomain_name = "acme-claims"
  location              = "West Europe"
  kind                  = "OpenAI"
}
`;
const BICEP = `resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'acme'
  location: 'westeurope'
  properties: { customSubDomainName: 'acme-claims' }
}
`;
const ARM = `{"type": "Microsoft.CognitiveServices/accounts", "location": "westeurope", "properties": {"customSubDomainName": "acme-claims"}}`;
const COMMAND = `az cognitiveservices account create -n acme -g rg \\
  --kind OpenAI --sku S0 -l westeurope --custom-domain acme-claims
`;

describe('the accounts that a text makes', () => {
  const region = (text: string, address = 'acme-claims.openai.azure.com') =>
    regionOfAccount(accountsIn(text), address);

  it.each([
    ['Terraform', TERRAFORM],
    ['Bicep', BICEP],
    ['an ARM template', ARM],
    ['a command', COMMAND],
  ])('tell where their addresses are, in %s', (_, text) => {
    expect(region(text)).toBe('westeurope');
    expect(region(text, 'other.openai.azure.com')).toBeUndefined();
  });

  it.each([
    ['a variable of Bicep', `var place = 'westeurope'\n${BICEP.replace("'westeurope'", 'place')}`],
    [
      'a local value of Terraform',
      `locals {\n  place = "westeurope"\n}\n${TERRAFORM.replace('"West Europe"', 'local.place')}`,
    ],
  ])('tell it by %s', (_, text) => expect(region(text)).toBe('westeurope'));

  it.each([
    [
      'whose location is a parameter without a value',
      `param location string\n${BICEP.replace("'westeurope'", 'location')}`,
    ],
    [
      'whose location is a parameter with a default',
      `param location string = 'westeurope'\n${BICEP.replace("'westeurope'", 'location')}`,
    ],
    [
      'whose location is a variable with a default',
      `variable "location" {\n  type = string\n  default = "westeurope"\n}\n${TERRAFORM.replace('"West Europe"', 'var.location')}`,
    ],
    [
      'beside the location of something else',
      `resource "azurerm_storage_account" "s" {\n  location = "westeurope"\n}\n${TERRAFORM.replace('"West Europe"', 'var.location')}`,
    ],
    [
      'by a local value that a block behind the values has',
      `locals {\n  a = 1\n}\nresource "x" "s" {\n  place = "westeurope"\n}\n${TERRAFORM.replace('"West Europe"', 'local.place')}`,
    ],
    ['whose location is a variable', TERRAFORM.replace('"West Europe"', 'var.location')],
    ['that two places put elsewhere', TERRAFORM + BICEP.replace('westeurope', 'eastus')],
    ['without an address of their own', TERRAFORM.replace(/.*subdomain.*\n/, '')],
  ])('do not tell it %s', (_, text) => expect(region(text)).toBeUndefined());
});

describe('a call of a deployment in an account of the project', () => {
  const HOST = { ...memoryHost, engine: createEngine(builtCatalog(), { now: () => Date.UTC(2026, 10, 24) }) };
  const DEPLOYMENT = `resource "azurerm_cognitive_deployment" "chat" {
  name                 = "chat"
  cognitive_account_id = azurerm_cognitive_account.eu.id
  model {
    format  = "OpenAI"
    name    = "gpt-4o"
    version = "0513"
  }
  sku { name = "Standard" }
}
`;
  const placeOf = async (terraform: string, address = 'acme-claims.openai.azure.com') => {
    const app = `c = AzureOpenAI(azure_endpoint="https://${address}")\nc.chat.completions.create(model="chat")\n`;
    const tree = memoryFiles({ 'src/app.py': app, 'infra/main.tf': terraform });
    const { references } = await audit({ folders: [{ name: 'root', source: tree }] }, HOST);
    const [called] = references.filter(({ path }) => path === 'src/app.py');
    const { region, possibleRegions = [] } = called?.service ?? {};
    return [region, possibleRegions.length > 1];
  };

  it('is processed in the region of the account, as its type says', async () => {
    expect(await placeOf(TERRAFORM + DEPLOYMENT)).toEqual(['NL', false]);
    const wide = DEPLOYMENT.replace('"Standard"', '"GlobalStandard"');
    expect(await placeOf(TERRAFORM + wide)).toEqual([null, true]);
  });

  it('is processed nobody knows where in another account, or where its type is not written', async () => {
    const other = 'other.openai.azure.com';
    expect(await placeOf(TERRAFORM + DEPLOYMENT, other)).toEqual([null, false]);
    const open = DEPLOYMENT.replace('"Standard"', 'var.sku');
    expect(await placeOf(TERRAFORM + open)).toEqual([null, false]);
  });
});
