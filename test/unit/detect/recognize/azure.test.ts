import { describe, expect, it } from 'vitest';
import { found, unmark } from '../marked';

const N8N = '@n8n/n8n-nodes-langchain.lmChatAzureOpenAi';
/** A flow of n8n that is called after the service, with one node. */
const node = (type: string, parameters: string): string =>
  `{"name":"AzureOpenAI","nodes":[{"name":"Chat","type":"${type}","parameters":{${parameters}}}]}`;

const CASES: Readonly<Record<string, readonly (readonly [path: string, marked: string])[]>> = {
  'the name of a deployment in a setting': [
    ['a.yaml', 'AZURE_OPENAI_CHAT_DEPLOYMENT_NAME: ⟦house-1|azure⟧\n'],
    ['a.yaml', 'azureOpenAIApiDeploymentName: ⟦house-1|azure⟧\n'],
    ['a.yaml', 'AZURE_OPENAI_DEPLOYMENT: house\n'],
    ['a.yaml', 'azure_openai:\n  deployment: ⟦house-1|azure⟧\n'],
    ['a.yaml', 'openai:\n  deployment: house-1\n'],
    ['a.yaml', 'azure:\n  openai:\n    chat:\n      deployment-name: ⟦house-1|azure⟧\n'],
    ['a.yaml', 'AZURE_OPENAI_VISION_DEPLOYMENT: ⟦house-1|azure⟧\nAZUREAI_DEPLOYMENT: ⟦house-2|azure⟧\n'],
    ['a.yaml', 'azure:\n  ai:\n    search:\n      k8s:\n        deployment: search-api-v2\n'],
    ['a.yaml', 'azure:\n  openai:\n    aks:\n      deployment: api-v2\n'],
    ['a.yaml', 'azure_openai:\n  aks:\n    deployment: api-v2\n'],
    ['a.yaml', 'k8s:\n  azure_openai:\n    deployment: ⟦house-1|azure⟧\n'],
    ['a.yaml', 'azure:\n  aiops:\n    deployment_id: west-2\n  air:\n    deployment_id: west-3\n'],
    ['a.yaml', 'azure_ai_search:\n  rollout:\n    deployment_name: blue-1\n'],
    ['a.yaml', 'azure_ai_vision_deployment: prod-2\nazure_ai_speech_deployment: prod-3\n'],
    ['a.py', 'AZURE_OPENAI_DEPLOYMENT = "house-1"\n'],
  ],
  'the deployment of a node of a flow': [
    ['a.json', node(N8N, '"model":"⟦corp-chat-prod|azure⟧","options":{}')],
    ['a.json', node(N8N, '"model":"⟦gpt-4o-eu|azure⟧"')],
    ['a.json', node(N8N, '"model":"⟦gpt-4o|azure⟧"')],
    ['a.json', node(N8N, '"model":"⟦house|azure⟧"')],
    ['a.json', node(N8N, '"model":{"__rl":true,"value":"⟦corp-chat-prod|azure⟧","mode":"id"}')],
    ['a.json', node('n8n-langchain.embeddingsAzureOpenAi', '"model":"⟦corp-embed-prod|azure⟧"')],
    ['a.json', '{"data":{"type":"AzureChatOpenAI","inputs":{"modelName":"⟦corp-chat-prod|azure⟧"}}}'],
    ['a.json', '{"type":"llm","model":{"provider":"azure_openai","name":"⟦corp-1|azure⟧"}}'],
    ['a.yml', 'model:\n  provider: langgenius/azure_openai/azure_openai\n  name: ⟦corp-chat-prod|azure⟧\n'],
    ['a.yml', 'llm:\n  provider: azure_openai\n  model: ⟦corp-chat-prod|azure⟧\n'],
  ],
  'no deployment of a node of a flow': [
    ['a.json', node('n8n-langchain.lmChatOpenAi', '"model":"corp-chat-prod"')],
    ['a.json', node('n8n-langchain.vectorStoreAzureAISearch', '"model":"corp-chat-prod"')],
    ['a.json', node(N8N, '"model":"={{ $json.model }}","resource":"corp-2","mode":"chat-x"')],
    ['a.json', node(N8N, '"model":"your-deployment-name"')],
    ['a.json', node(N8N, '"model":"default"')],
    ['a.json', '{"type":"AzureOpenAI","nodes":[{"type":"phone","data":{"model":"corp-chat-prod"}}]}'],
    ['a.json', '{"type":"llm","name":"azure_openai","model":{"provider":"acme","name":"corp-1"}}'],
    ['a.yml', 'vm:\n  provider: azure\n  model: standard-d4s-v5\n'],
    [
      'a.yml',
      'phone:\n  provider: acme\n  model: corp-1\nllm:\n  provider: azure_openai\n  model: ⟦corp-2|azure⟧\n',
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('in %s: %s', (path, marked) => {
    const text = unmark(marked);
    expect(found(text, path)).toEqual(text.expected);
  });
});
