import { describe, expect, it } from 'vitest';
import { ConfigValues } from '../../../src/core/audit/configValues';
import { detect } from './marked';

const MODEL = 'model {\n    format = "OpenAI"\n    name = "gpt-4o"\n    version = "2024-11-20"\n  }\n';
const account = (location: string, name = 'acme'): string =>
  `resource "azurerm_cognitive_account" "${name}" {\n  name     = "a"\n  location = ${location}\n}\n`;
const deployment = (rest: string): string =>
  `resource "azurerm_cognitive_deployment" "d" {\n  ${rest}\n  ${MODEL}}\n`;
const OF_ACME = deployment('cognitive_account_id = azurerm_cognitive_account.acme.id');
const GROUP = 'resource "azurerm_resource_group" "rg" {\n  name     = "rg"\n  location = local.location\n}\n';

const OF_VARIABLE = {
  'infra/account.tf': account('var.location'),
  'infra/variables.tf': 'variable "location" {\n  default = "eastus2"\n}\n',
};

/** The regions of what `infra/main.tf` deploys, beside other files. */
function regionsOf(main: string, others: Readonly<Record<string, string>>): readonly unknown[] {
  const values = new ConfigValues();
  for (const [path, text] of Object.entries({ 'infra/main.tf': main, ...others })) values.read(path, text);
  return detect(main, 'infra/main.tf', { configValues: values.of('infra/main.tf') }).references.map(
    ({ region, possibleRegions }) => region ?? (possibleRegions ? [...possibleRegions].sort() : undefined),
  );
}

describe('the region of a deployment whose account another file of the module makes', () => {
  it.each<readonly [string, string, Readonly<Record<string, string>>, unknown]>([
    ['is that of the account', OF_ACME, { 'infra/account.tf': account('"westeurope"') }, 'westeurope'],
    ['is as it is shown to people', OF_ACME, { 'infra/account.tf': account('"West Europe"') }, 'westeurope'],
    [
      'is that of its account among several',
      OF_ACME,
      { 'infra/account.tf': account('"eastus2"', 'other') + account('"westeurope"') },
      'westeurope',
    ],
    [
      'is followed to a group and a local value',
      OF_ACME,
      {
        'infra/account.tf': account('azurerm_resource_group.rg.location'),
        'infra/rg.tf': `${GROUP}locals {\n  team     = "x"\n  location = "swedencentral"\n}\n`,
      },
      'swedencentral',
    ],
    [
      'is the default of a variable',
      OF_ACME,
      {
        'infra/account.tf': account('var.location'),
        'infra/variables.tf': 'variable "location" {\n  type    = string\n  default = "eastus2"\n}\n',
      },
      'eastus2',
    ],
    [
      'is what the variable is given',
      OF_ACME,
      {
        'infra/account.tf': account('var.location'),
        'infra/variables.tf': 'variable "location" {\n  default = "eastus2"\n}\n',
        'infra/terraform.tfvars': 'location = "westeurope"\n',
      },
      'westeurope',
    ],
    [
      'is any of those that the variable is given',
      OF_ACME,
      {
        'infra/account.tf': account('var.location'),
        'infra/dev.tfvars': 'location = "westeurope"\n',
        'infra/prod.tfvars': 'location = "eastus2"\n',
      },
      ['eastus2', 'westeurope'],
    ],
    [
      'is any of the default and of what a command may name a file for',
      OF_ACME,
      {
        ...OF_VARIABLE,
        'infra/example.tfvars': 'location = "westeurope"\n',
        'infra/stages/prod.tfvars.json': '{ "location": "swedencentral" }\n',
      },
      ['eastus2', 'swedencentral', 'westeurope'],
    ],
    [
      'is any of the default and of what a module that has its module gives it',
      OF_ACME,
      {
        ...OF_VARIABLE,
        'main.tf': 'module "ai" {\n  source   = "./infra"\n  location = "westeurope"\n}\n',
        'other.tf': 'module "network" {\n  source   = "./network"\n  location = var.other\n}\n',
      },
      ['eastus2', 'westeurope'],
    ],
    [
      'is any of the default and of what a command gives it',
      OF_ACME,
      { ...OF_VARIABLE, 'deploy.sh': 'terraform apply -auto-approve -var="location=westeurope"\n' },
      ['eastus2', 'westeurope'],
    ],
    [
      'is what else a variable of its own file is given',
      account('var.location') + OF_ACME + OF_VARIABLE['infra/variables.tf'],
      { 'infra/terraform.tfvars': 'location = "westeurope"\n' },
      ['eastus2', 'westeurope'],
    ],
    [
      'is the default of a variable that its own account takes',
      account('var.location') + OF_ACME,
      { 'infra/variables.tf': 'variable "location" {\n  default = "eastus2"\n}\n' },
      'eastus2',
    ],
  ])('%s', (_, main, others, region) => {
    expect(regionsOf(main, others)).toEqual([region]);
  });

  it.each<readonly [string, string, Readonly<Record<string, string>>]>([
    [
      'of another folder',
      OF_ACME,
      { 'account.tf': account('"westeurope"'), 'infra/x/account.tf': account('"eastus2"') },
    ],
    [
      'that only has to be made before',
      deployment('depends_on = [azurerm_cognitive_account.acme]'),
      { 'infra/account.tf': account('"westeurope"') },
    ],
    [
      'whose region nobody gives',
      OF_ACME,
      { 'infra/account.tf': `${account('var.location')}variable "location" {}\n` },
    ],
    ['whose region depends', OF_ACME, { 'infra/account.tf': account('var.eu ? "westeurope" : "eastus2"') }],
    [
      'whose region is commented out',
      OF_ACME,
      { 'infra/account.tf': account('"westeurope"').replace('location', '# location') },
    ],
    [
      'that lies where its group is not said to',
      OF_ACME,
      { 'infra/account.tf': account('each.value'), 'infra/rg.tf': GROUP },
    ],
    [
      'to which a module that has its module gives a place of its own',
      OF_ACME,
      { ...OF_VARIABLE, 'main.tf': 'module "ai" {\n  source   = "./infra"\n  location = var.location\n}\n' },
    ],
    [
      'to which the environment gives a place that no file says',
      OF_ACME,
      { ...OF_VARIABLE, '.github/workflows/d.yml': 'env:\n  TF_VAR_location: ${{ vars.LOCATION }}\n' },
    ],
    [
      'whose local value depends, beside one of a map',
      OF_ACME,
      {
        'infra/account.tf': account('local.location'),
        'infra/locals.tf':
          'locals {\n  dr = {\n    location = "westeurope"\n  }\n  location = var.us ? "eastus2" : "westus"\n}\n',
      },
    ],
    [
      'whose variable has more values than are kept',
      OF_ACME,
      {
        ...OF_VARIABLE,
        'infra/x.tfvars': Array.from({ length: 20 }, (_, at) => `location = "westus${at}"\n`).join(''),
      },
    ],
    ['that is not there, beside another one', account('"eastus2"', 'other') + OF_ACME, {}],
  ])('is open for an account %s', (_, main, others) => {
    expect(regionsOf(main, others)).toEqual([undefined]);
  });

  it('is not that of a group in which an account only is', () => {
    const main = `${account('"eastus2"').replace('name ', 'resource_group_name = azurerm_resource_group.rg.name\n  name ')}${OF_ACME}`;
    const others = { 'infra/rg.tf': GROUP.replace('local.location', '"westeurope"') };
    expect(regionsOf(main, others)).toEqual(['eastus2']);
  });
});
