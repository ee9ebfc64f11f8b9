import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('openrouter', {
  found: [
    ['.env', 'A_MODEL=⟦openai:gpt-4o|openai⟧\nB_MODEL=⟦openrouter:anthropic/claude-haiku-4.5|openrouter⟧\n'],
    ['a.yaml', 'model: ⟦openrouter/anthropic/claude-3.5-sonnet|openrouter⟧'],
    ['a.ts', "openrouter('⟦deepseek/deepseek-r1:free|openrouter⟧')"],
  ],
  spelled: {
    'deepseek/deepseek-r1:free': 'openrouter:deepseek/deepseek-r1',
  },
  constants: [
    [
      'a.kt',
      'import ai.koog.prompt.executor.clients.openrouter.OpenRouterModels\n' +
        'A(llmModel = OpenRouterModels.⟦Claude3Opus|anthropic/claude-3-opus⟧)',
    ],
    [
      'a.kt',
      'import ai.koog.prompt.executor.clients.openrouter.OpenRouterModels\n' +
        'A(llmModel = OpenRouterModels.⟦DeepSeekV30324|deepseek/deepseek-chat-v3-0324⟧)\n' +
        'A(llmModel = OpenRouterModels.⟦Claude4Sonnet|anthropic/claude-sonnet-4⟧)\n' +
        'B(model = OpenRouterModels.Embeddings.⟦BaaiBgeM3|baai/bge-m3⟧)',
    ],
  ],
});
