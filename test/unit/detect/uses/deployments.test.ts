import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

/** The names in a text that it calls or loads, each with its host. */
function asked(text: string, path: string): readonly string[] {
  return detect(text, path)
    .references.filter(({ role }) => role !== 'mentions')
    .map(({ id, role, host }) => `${id} ${role} ${host ?? '-'}`);
}

describe('the name of a deployment beside its model, which is the same', () => {
  it.each([
    ['.env', 'AZURE_OPENAI_MODEL=gpt-4o\nAZURE_OPENAI_MODEL_NAME=gpt-4o\n'],
    [
      'main.bicep',
      "param azureOpenAIModel string = 'gpt-4o'\n\nparam azureOpenAIModelName string = 'gpt-4o'\n",
    ],
    [
      'main.parameters.json',
      '{"azureOpenAIModel": {"value": "${AZURE_OPENAI_MODEL=gpt-4o}"},\n' +
        ' "azureOpenAIModelName": {"value": "${AZURE_OPENAI_MODEL_NAME=gpt-4o}"}}\n',
    ],
  ])('is told once, in %s: %s', (path, text) => {
    const roles = detect(text, path).references.map(({ role }) => role);
    expect(roles).toEqual(['mentions', 'calls']);
  });

  it.each([
    'AZURE_OPENAI_MODEL=gpt-4o\nAZURE_OPENAI_MODEL_NAME=gpt-4o-mini\n',
    'AZURE_OPENAI_MODEL=gpt-4o\nAZURE_OPENAI_EMBEDDING_NAME=gpt-4o\n',
    'AZURE_OPENAI_MODEL=gpt-4o\n# AZURE_OPENAI_MODEL_NAME=gpt-4o\n',
    'AZURE_OPENAI_MODEL=gpt-4o\n# was "AZURE_OPENAI_MODEL_NAME=gpt-4o"\n',
    'AZURE_OPENAI_MODEL=gpt-4o\nAZURE_OPENAI_MODEL_NAME=gpt-4o-mini  # was gpt-4o\n',
    'AZURE_OPENAI_MODEL=gpt-4o\nAZURE_OPENAI_MODEL_NAME_FALLBACK=gpt-4o\n',
  ])('is told beside another: %s', (text) => {
    expect(detect(text, '.env').references[0]?.role).toBe('calls');
  });
});

describe('the model of a deployment in a template of Azure', () => {
  it.each([
    ['main.bicep', "var all = [ { model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-08-06' } } ]"],
    ['ai.yaml', 'deployments:\n  - name: chat\n    model:\n      format: OpenAI\n      name: gpt-4o\n'],
    ['ai.yaml', 'model:\n  name: gpt-4o\n  format: OpenAI\n'],
    [
      'deployments.json',
      '[{"name": "chat", "model": {"format": "OpenAI", "name": "gpt-4o", "version": "1"}}]',
    ],
    ['main.tf', 'deployments = { chat = { model = { format = "OpenAI", name = "gpt-4o" } } }'],
  ])('is called there: %s', (path, text) => {
    expect(asked(text, path)).toEqual(['gpt-4o calls azure']);
  });

  it.each([
    [
      'main.tf',
      'resource "a_b" "c" {\n  name = "gpt-4"\n  model {\n    format = "OpenAI"\n    name = "gpt-4o"\n  }\n}\n',
    ],
    ['main.bicep', "var a = { name: 'gpt-4', properties: { model: { format: 'OpenAI', name: 'gpt-4o' } } }"],
    ['a.json', '[{"name": "gpt-4", "model": {"format": "OpenAI", "name": "gpt-4o"}}]'],
  ])('is called under a name that the project gives, and not that: %s', (path, text) =>
    expect(asked(text, path)).toEqual(['gpt-4o calls azure']),
  );

  it.each([['main.tf', 'a = { name = "gpt-4" }\nb = { model = { format = "OpenAI", name = "gpt-4" } }\n']])(
    'is no other name: %s %s',
    (path, text) => expect(asked(text, path).length).toBeGreaterThan(0),
  );

  it('is called there where a module is given it, also in a table whose key it is', () => {
    const entry = '    model_format  = "OpenAI"\n    model_name    = "gpt-4o"\n    model_version = "1"\n';
    expect(asked(`deployment = {\n  "gpt-4o" = {\n${entry}  },\n}\n`, 'main.tf')).toEqual([
      'gpt-4o lists openai',
      'gpt-4o calls azure',
    ]);
  });

  it('is no name that its owner chose', () => {
    const [stated, chosen] = [
      "model: { format: 'OpenAI', name: 'gpt-4o' }",
      "openAiDeploymentName: 'gpt-4o'",
    ].map((text) => detect(text, 'main.bicep').references[0]?.isDeployed);
    expect([stated, chosen]).toEqual([true, undefined]);
  });

  it('is called there, whoever publishes its weights', () => {
    const model = "model: {\n  format: 'Meta'\n  name: 'Llama-3.3-70B-Instruct'\n}\n";
    expect(asked(`var one = {\n${model}}\n`, 'main.bicep')).toEqual(['Llama-3.3-70B-Instruct calls azure']);
  });

  it.each([
    ['a.yaml', 'model:\n  format: openai\n  name: gpt-4o\n'],
    ['a.yaml', 'output:\n  format: OpenAI\n  name: gpt-4o\n'],
    ['a.yaml', 'model:\n  name: gpt-4o\nformat: OpenAI\n'],
  ])('is none where the entry beside it is no publisher, or stands elsewhere: %s %j', (path, text) => {
    expect(asked(text, path)).toEqual(['gpt-4o calls openai']);
  });
});

describe('a setting for a deployment', () => {
  it.each(['openAiDeploymentName', 'OPENAI_DEPLOYMENT', 'openai_chat_deployment_name'])(
    'is for Azure, for OpenAI has none: %s',
    (key) => {
      expect(asked(`${key}: gpt-4o\n`, 'a.yaml')).toEqual(['gpt-4o calls azure']);
      expect(asked(`${key.replace(/_?deployment/i, '')}_model: gpt-4o\n`, 'a.yaml')).toEqual([
        'gpt-4o calls openai',
      ]);
    },
  );

  it('is for Azure beside an address that only says OpenAI', () => {
    const module =
      "params: {\n  openAiDeploymentName: 'gpt-4o'\n  openAiEndpoint: ai.outputs.openAiEndpoint\n}\n";
    expect(asked(module, 'main.bicep')).toEqual(['gpt-4o calls azure']);
  });
});

describe('the model of a deployment in a script', () => {
  it.each([
    ['a.ps1', '& "$ROOT/New-OpenAIs.ps1" -ModelName "gpt-4o" -ModelVersion "2024-05-13" -Capacity 12\n'],
    [
      'a.ps1',
      '$models = @(\n  @{\n    ModelName = "gpt-4o";\n    ModelVersion = "2024-05-13";\n    Capacity = 1;\n  }\n)\n',
    ],
  ])('is called there: %s', (path, text) => {
    expect(asked(text, path)).toEqual(['gpt-4o calls azure']);
    expect(asked(text.replace('Capacity', 'Retries'), path)).toEqual(['gpt-4o calls openai']);
  });
});

describe('a deployment that an Aspire host makes', () => {
  it.each([
    'aoai.AddDeployment("gpt-4-32k", "gpt-4o", "2024-08-06");\n',
    'aoai.AddDeployment(name: "gpt-4-32k", modelName: "gpt-4o", modelVersion: "2024-08-06");\n',
    'aoai.AddDeployment(new AzureOpenAIDeployment("gpt-4-32k", "gpt-4o", "2024-08-06"));\n',
    'var chatDeployment = "gpt-4-32k";\naoai.AddDeployment(name: chatDeployment, modelName: "gpt-4o");\n',
    'var chatDeployment = "gpt-4-32k";\naoai.AddDeployment(\n  chatDeployment,\n  "gpt-4o", "2024-08-06");\n',
  ])('is asked for the model, not for its name: %s', (text) => {
    expect(asked(`var aoai = builder.AddAzureOpenAI("ai");\n${text}`, 'Program.cs')).toEqual([
      'gpt-4o calls azure',
    ]);
  });

  it('says which model it runs', () => {
    const { references } = detect('aoai.AddDeployment("chat", "gpt-4o", "2024-08-06");\n', 'Program.cs');
    expect(references.map(({ text, isDeployed }) => [text, isDeployed])).toEqual([['gpt-4o', true]]);
  });

  it('is another name where nothing is deployed under the variable', () => {
    expect(
      asked('var chatDeployment = "gpt-4-32k";\naoai.AddDeployment(other, "gpt-4o");\n', 'Program.cs'),
    ).toContain('gpt-4-32k calls openai');
  });
});

describe('a model beside the deployment that is asked for', () => {
  const deployed = (text: string, path = 'a.py'): readonly unknown[] =>
    detect(text, path).references.flatMap(({ text: name, isDeployed }) =>
      name === 'gpt-4o' ? [isDeployed] : [],
    );
  const AZURE = 'from langchain_openai import AzureChatOpenAI\n';

  it.each([
    [`${AZURE}c = AzureChatOpenAI(azure_deployment="house", model="gpt-4o", api_version="x")\n`, 'a.py'],
    [`${AZURE}c = AzureChatOpenAI(\n    model="gpt-4o",\n    azure_deployment=os.environ["D"],\n)\n`, 'a.py'],
    ['new AzureChatOpenAI({ model: "gpt-4o", azureOpenAIApiDeploymentName: "house" });\n', 'a.ts'],
    ['llm:\n  endpoint: https://a.openai.azure.com\n  deployment_name: house\n  model: gpt-4o\n', 'a.yaml'],
  ])('is the one that it runs: %s', (text, path) => expect(deployed(text, path)).toEqual([true]));

  it.each([
    `${AZURE}c = AzureChatOpenAI(model="gpt-4o", azure_endpoint="https://a.openai.azure.com")\n`,
    `${AZURE}c = AzureChatOpenAI(azure_deployment=None, model="gpt-4o")\n`,
    `${AZURE}c = AzureChatOpenAI(azure_deployment="gpt-4o")\nd = AzureChatOpenAI(azure_deployment="other")\n`,
  ])('may be the name of the deployment itself: %s', (text) => expect(deployed(text)).toEqual([undefined]));
});

describe('the address of a model in a registry of Azure', () => {
  it.each([
    ['a.tf', 'modelSettings = { modelId = "azureml://registries/azureml-acme/models/acme-chat-9" }\n'],
    [
      'a.py',
      'ServerlessEndpoint(name="x", model_id="azureml://registries/azureml-acme/models/acme-chat-9")\n',
    ],
    ['a.yml', 'name: x\nmodel_id: azureml://registries/azureml-acme/models/acme-chat-9\n'],
  ])('names what a deployment runs, in %s', (path, text) =>
    expect(detect(text, path).references).toMatchObject([
      { id: 'acme-chat-9', role: 'calls', host: 'azure', isDeployed: true },
    ]),
  );
});
