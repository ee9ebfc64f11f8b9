import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('sap', {
  found: [
    [
      'a.ts',
      "import { OrchestrationClient } from '@sap-ai-sdk/orchestration';\n" +
        "new OrchestrationClient({ promptTemplating: { model: { name: '⟦anthropic--claude-4-sonnet|sap⟧' } } });",
    ],
    [
      'a.ts',
      "import { OrchestrationClient } from '@sap-ai-sdk/orchestration';\n" +
        "new OrchestrationClient({ llm: { model_name: '⟦amazon--nova-pro|sap⟧' } });",
    ],
    [
      'a.py',
      'from gen_ai_hub.orchestration.models.llm import LLM\nllm = LLM(name="⟦anthropic--claude-3.5-sonnet|sap⟧")',
    ],
    [
      'a.json',
      '{ "parameterBindings": [{ "key": "modelName", "value": "⟦mistralai--mistral-large-instruct|sap⟧" }] }',
    ],
    [
      'A.java',
      'import com.sap.ai.sdk.orchestration.*;\n' +
        'var c = new OrchestrationModuleConfig().withLlmConfig(OrchestrationAiModel.⟦CLAUDE_3_5_SONNET|sap⟧);',
    ],
    ['a.yaml', 'model: ⟦sap/anthropic--claude-4.5-sonnet|sap⟧'],
    ['a.css', '.anthropic--card { color: red }'],
    ['a.html', '<div class="amazon--logo meta--data">x</div>'],
  ],
  constants: [
    [
      'A.java',
      'import com.sap.ai.sdk.orchestration.*;\n' +
        'var c = new OrchestrationModuleConfig().withLlmConfig(OrchestrationAiModel.⟦GPT_41_MINI|gpt-4.1-mini⟧);',
    ],
  ],
  spelled: {
    'anthropic--claude-3.5-sonnet': 'anthropic/claude-3.5-sonnet',
    'anthropic--claude-4-sonnet': 'anthropic/claude-sonnet-4',
    'deepseek-ai--deepseek-r1': 'deepseek-ai/deepseek-r1',
  },
});
