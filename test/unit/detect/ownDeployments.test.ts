import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import { deploymentsIn } from '../../../src/core/detect/ownDeployments';
import { createEngine } from '../../../src/core/engine';
import { TEST_CATALOG } from '../../support/catalog';
import { memoryFiles, memoryHost } from '../audit/memory';

const TERRAFORM = `resource "azurerm_cognitive_deployment" "draft" {
  name                 = "claims-draft"
  cognitive_account_id = azurerm_cognitive_account.openai.id
  sku { name = "Standard" }
  model {
    format  = "OpenAI"
    name    = "gpt-4o"
    version = "0513"
  }
}
`;
const BICEP = `resource d 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {
  parent: account
  name: 'claims-draft'
  sku: { name: 'DataZoneStandard', capacity: 50 }
  properties: {
    model: { format: 'OpenAI', name: 'gpt-4o', version: '0513' }
  }
}
`;
const ARM = `{"type": "Microsoft.CognitiveServices/accounts/deployments", "name": "acct/claims-draft", "properties": {"model": {"format": "OpenAI", "name": "gpt-4o", "version": "0513"}}}`;
const COMMAND = `az cognitiveservices account deployment create -n acct \\
  --deployment-name claims-draft --model-name gpt-4o \\
  --model-version "0513"
`;
const runs = (type = '') => [['claims-draft', `deployment:gpt-4o@0513@${type}`]];

describe('the deployments that a text makes', () => {
  it.each([
    ['Terraform', TERRAFORM, 'Standard'],
    ['Bicep', BICEP, 'DataZoneStandard'],
    ['an ARM template', ARM, ''],
    // A part of a resource whose name is told elsewhere.
    ['Bicep', BICEP.replace("'claims-draft'", "'${account.name}/claims-draft'"), 'DataZoneStandard'],
    ['Bicep', BICEP.replace("'claims-draft'", "'acct-${suffix}/claims-draft'"), 'DataZoneStandard'],
    [
      'an ARM template',
      ARM.replace('acct/claims-draft', "[concat(parameters('account'), '/claims-draft')]"),
      '',
    ],
    ['a command', COMMAND, ''],
    [
      'a command with a type',
      COMMAND.replace('--model-v', '--sku-name "GlobalStandard" --model-v'),
      'GlobalStandard',
    ],
    [
      'a module',
      "deployments: [\n{\n name: 'claims-draft'\n model: { format: 'OpenAI', name: 'gpt-4o', version: '0513' }\n}\n]",
      '',
    ],
  ])('are told by %s', (_, text, type) => expect([...deploymentsIn(text)]).toEqual(runs(type)));

  it.each([
    ['a name that is filled in', TERRAFORM.replace('"claims-draft"', 'var.name')],
    ['a part that is filled in', BICEP.replace("'claims-draft'", "'${account.name}/${name}'")],
    ['a whole name that is filled in', BICEP.replace("'claims-draft'", "'${account.name}'")],
    [
      'a name with a part that is filled in',
      BICEP.replace("'claims-draft'", "'${account.name}/claims-${env}'"),
    ],
    ['a model of no service', TERRAFORM.replace('"OpenAI"', '"house"')],
    ['nothing of a deployment', TERRAFORM.replaceAll('deployment', 'thing')],
  ])('are none with %s', (_, text) => expect([...deploymentsIn(text)]).toEqual([]));

  it.each([
    'models:\n  gpt-4-turbo: { deploymentName: ours, version: "2024-10-21" }\n',
    'models:\n  gpt-4-turbo:\n    deploymentName: ours\n    version: "2024-10-21"\n',
    'models:\n  gpt-4-turbo:\n    version: "2024-10-21"\n    deploymentName: ours\n',
    '{"models": {"gpt-4-turbo": {"deploymentName": "ours"}}}',
  ])('are told under the names of their models: %j', (text) => {
    expect([...deploymentsIn(text)]).toEqual([['ours', 'deployment:gpt-4-turbo@@']]);
  });

  it('are none under what is no name of a model', () => {
    expect([...deploymentsIn('models:\n  chat: { deploymentName: ours }\n')]).toEqual([]);
  });

  it('are told by the settings of a gateway, by the whole name that it asks for', () => {
    const entry = (model: string, base: string) =>
      `- model_name: chat\n  litellm_params:\n    model: ${model}\n  model_info:\n    base_model: ${base}\n`;
    expect([...deploymentsIn(entry('azure/ours', 'azure/gpt-4o-0513'))]).toEqual([
      ['azure/ours', 'deployment:gpt-4o-0513@@'],
      ['ours', 'deployment:gpt-4o-0513@@'],
    ]);
    expect([...deploymentsIn(entry('openai/ours', 'gpt-4o'))]).toEqual([]);
    const without = '- model_name: a\n  litellm_params:\n    model: azure/ours\n';
    expect([...deploymentsIn(without + entry('openai/other', 'gpt-4o'))]).toEqual([]);
  });

  it('run the model of whatever version the service takes where none is said', () => {
    expect([...deploymentsIn(TERRAFORM.replace(/version.*\n/, '\n'))]).toEqual([
      ['claims-draft', 'deployment:gpt-4o@@Standard'],
    ]);
  });

  it('leave a name open that two of them have with different models', () => {
    expect([...deploymentsIn(TERRAFORM + BICEP)]).toEqual(runs());
    expect([...deploymentsIn(TERRAFORM + TERRAFORM)]).toEqual(runs('Standard'));
    expect([...deploymentsIn(TERRAFORM + BICEP.replace('0513', '0806'))]).toEqual([
      ['claims-draft', 'deployment:'],
    ]);
  });
});

describe('code that calls a deployment of the project', () => {
  const HOST = { ...memoryHost, engine: createEngine(TEST_CATALOG, { now: () => Date.UTC(2026, 10, 24) }) };
  const APP =
    'c = AzureOpenAI(azure_endpoint="https://x.openai.azure.com")\nc.chat.completions.create(model="claims-draft")\n';
  const told = async (files: Readonly<Record<string, string>>) => {
    const tree = memoryFiles({ 'src/app.py': APP, '.model-policy.yaml': 'version: 1\n', ...files });
    const { references, findings } = await audit({ folders: [{ name: 'root', source: tree }] }, HOST);
    return [
      ...references.filter(({ path }) => path === 'src/app.py').map(({ reference }) => reference.id),
      ...findings.filter(({ path }) => path === 'src/app.py').map(({ finding }) => finding.rule),
    ];
  };

  it('calls the model that it runs', async () => {
    expect(await told({})).toEqual(['claims-draft', 'model/unknown']);
    expect(await told({ 'infra/main.tf': TERRAFORM })).toEqual(['gpt-4o', 'model/retired']);
    expect(await told({ 'infra/main.bicep': BICEP, 'deploy.sh': COMMAND })).toEqual([
      'gpt-4o',
      'model/retired',
    ]);
  });

  it('is asked by a setting as it is by code, and what deploys it names the model itself', async () => {
    const env = 'env:\n  - name: AZURE_OPENAI_DEPLOYMENT_NAME\n    value: gpt-4-32k\n';
    const bicep = BICEP.replaceAll('claims-draft', 'gpt-4-32k');
    const tree = memoryFiles({
      'k8s/app.yaml': env,
      'infra/a.bicep': bicep,
      '.model-policy.yaml': 'version: 1\n',
    });
    const { references } = await audit({ folders: [{ name: 'root', source: tree }] }, HOST);
    expect(references.map(({ path, reference: { text, id, role } }) => [path, text, id, role])).toEqual([
      ['infra/a.bicep', 'gpt-4-32k', 'gpt-4-32k', 'mentions'],
      ['infra/a.bicep', 'gpt-4o', 'gpt-4o', 'calls'],
      ['k8s/app.yaml', 'gpt-4-32k', 'gpt-4o', 'calls'],
    ]);
  });

  it('is asked by the settings of any framework, in the sections of which its key stands', async () => {
    const nested = (sections: readonly string[], key: string): string =>
      sections.map((section, level) => `${'  '.repeat(level)}${section}:\n`).join('') +
      `${'  '.repeat(sections.length)}${key}: claims-v1\n`;
    const spring = ['spring', 'ai', 'azure', 'openai', 'chat', 'options'];
    const tree = memoryFiles({
      'infra/main.tf': TERRAFORM.replace('claims-draft', 'claims-v1'),
      'a/application.yml': nested(spring, 'deployment-name'),
      'b/application.properties': `${spring.join('.')}.deployment-name=claims-v1\n`,
      'c/application.yml': nested(['quarkus', 'langchain4j', 'azure-openai'], 'deployment-name'),
      'd/application.yml': nested(['azure', 'airflow'], 'deployment'),
      '.model-policy.yaml': 'version: 1\n',
    });
    const { references } = await audit({ folders: [{ name: 'root', source: tree }] }, HOST);
    expect(
      references.flatMap(({ path, reference: { text, id } }) =>
        text === 'claims-v1' ? [`${path} ${id}`] : [],
      ),
    ).toEqual(['a/application.yml gpt-4o', 'b/application.properties gpt-4o', 'c/application.yml gpt-4o']);
  });

  it('is made by a command, which names the model and its version', async () => {
    const tree = memoryFiles({ 'deploy.sh': COMMAND.replaceAll('claims-draft', 'gpt-4-32k') });
    const { references } = await audit({ folders: [{ name: 'root', source: tree }] }, HOST);
    expect(
      references.map(({ reference: { text, role, revision, isDeployed } }) => [
        text,
        role,
        revision?.value,
        isDeployed,
      ]),
    ).toEqual([
      ['gpt-4-32k', 'mentions', undefined, undefined],
      ['gpt-4o', 'calls', '0513', true],
    ]);
  });

  it('is told by what settings say that it runs, where its name only stands for one', async () => {
    const settings =
      'model_list:\n  - model_name: fast\n    litellm_params:\n      model: azure/my-dep\n' +
      '    model_info:\n      base_model: azure/gpt-4o\n';
    const tree = memoryFiles({ 'gateway.yaml': settings });
    const { references } = await audit({ folders: [{ name: 'root', source: tree }] }, HOST);
    expect(references.map(({ reference: { id, role } }) => [id, role])).toEqual([['gpt-4o', 'calls']]);
  });

  it('is asked through a gateway, whose settings may say themselves what it runs', async () => {
    const entry = (name: string, base = '') =>
      `  - model_name: ours\n    litellm_params:\n      model: azure/${name}\n${base}`;
    const settings = `model_list:\n${entry('claims-draft')}${entry('claims-triage', '    model_info:\n      base_model: azure/gpt-4o-0513\n')}`;
    const tree = memoryFiles({ 'infra/main.tf': TERRAFORM, 'gateway.yaml': settings });
    const { references } = await audit({ folders: [{ name: 'root', source: tree }] }, HOST);
    expect(
      references
        .filter(({ path }) => path === 'gateway.yaml')
        .map(({ reference: { text, id, role } }) => [text, id, role])
        .filter(([, , role]) => role === 'calls'),
    ).toEqual([
      ['azure/claims-draft', 'gpt-4o', 'calls'],
      ['azure/claims-triage', 'gpt-4o-0513', 'calls'],
    ]);
  });

  it('does not where two templates differ, or the policy says what it is', async () => {
    const other = { 'infra/main.tf': TERRAFORM, 'infra/prod.bicep': BICEP.replace('0513', '0806') };
    expect(await told(other)).toEqual(['claims-draft', 'model/unknown']);
    const stated =
      'version: 1\ndescribe: { claims-draft: { base: Qwen/Qwen3-8B, license: mit, origin: CN } }\n';
    expect((await told({ 'infra/main.tf': TERRAFORM, '.model-policy.yaml': stated }))[0]).toBe(
      'claims-draft',
    );
  });
});
