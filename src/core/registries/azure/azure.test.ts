import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('azure', {
  found: [
    ['a.yaml', 'model: ⟦gpt-4o@azure|azure⟧'],
    ['a.py', 'AzureChatOpenAI(azure_deployment="⟦gpt-4o|azure⟧")'],
    ['a.ts', 'new AzureChatOpenAI({ azureOpenAIApiDeploymentName: "⟦gpt4o-prod|azure⟧" })'],
    ['a.yaml', 'model: ⟦azure/gpt-4o|azure⟧'],
    // OpenAI itself has a point in the version.
    ['a.sh', 'openAiModel="⟦gpt-35-turbo|azure⟧"'],
    ['a.sh', 'openAiModel="⟦gpt-3.5-turbo|openai⟧"'],
    ['a.yaml', 'path: ⟦azureml://registries/azureml-meta/models/Llama-2-7b/versions/3|azure⟧'],
    ['a.sh', 'curl https://x.openai.azure.com/openai/deployments/⟦gpt-4o|azure⟧/chat/completions'],
    ['infra/main.bicep', "param chatModelName string = '⟦gpt-4o|azure⟧'"],
    ['infra/main.bicepparam', "param chatModelName = '⟦gpt-4o|azure⟧'"],
    [
      'infra/main.parameters.json',
      '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#", ' +
        '"parameters": {"chatModelName": {"value": "⟦gpt-4o|azure⟧"}}}',
    ],
    ['a.bicep', "properties: { model: { format: 'OpenAI', name: '⟦whisper|azure⟧', version: '001' } }"],
    ['a.tf', 'model {\n  format = "OpenAI"\n  name   = "⟦tts|azure⟧"\n}\n'],
    ['a.tf', 'a = { model_format = "OpenAI", model_name = "⟦tts-hd|azure⟧" }\n'],
    ['a.yaml', 'model:\n  name: ⟦whisper|azure⟧\n  format: OpenAI\nsku: Standard\n'],
    [
      'a.sh',
      'az cognitiveservices account deployment create -n a --model-name ⟦whisper|azure⟧ --model-format OpenAI\n',
    ],
    ['a.yaml', 'model:\n  name: report\n  format: pdf\nother:\n  format: OpenAI\n'],
    ['a.yaml', 'name: whisper\nformat: OpenAI\n'],
  ],
  spelled: {
    'gpt-35-turbo': 'openai:gpt-3.5-turbo',
    'azureml://registries/azureml-meta/models/Llama-2-7b/versions/3': 'azure:Llama-2-7b',
  },
  constants: [
    [
      'A.java',
      'import dev.langchain4j.model.azure.AzureOpenAiChatModelName;\n' +
        'b.deploymentName(AzureOpenAiChatModelName.⟦GPT_4_32K|gpt-4-32k⟧.toString())',
    ],
  ],
});
