import { describe, expect, it } from 'vitest';
import { found, unmark } from '../marked';

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
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('in %s: %s', (path, marked) => {
    const text = unmark(marked);
    expect(found(text, path)).toEqual(text.expected);
  });
});
