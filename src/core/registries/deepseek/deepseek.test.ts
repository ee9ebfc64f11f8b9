import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('deepseek', {
  found: [
    ['a.json', '{"model": "⟦deepseek-chat|deepseek⟧"}'],
    ['a.yaml', 'model: ⟦deepseek/deepseek-reasoner|deepseek⟧'],
  ],
  constants: [
    [
      'a.kt',
      'import ai.koog.prompt.executor.clients.deepseek.DeepSeekModels\n' +
        'A(llmModel = DeepSeekModels.⟦DeepSeekReasoner|deepseek-reasoner⟧)',
    ],
    ['a.rs', 'use rig::providers::deepseek;\nfn f() { c.agent(deepseek::⟦DEEPSEEK_CHAT|deepseek-chat⟧) }'],
    [
      'a.go',
      'import "github.com/cohesion-org/deepseek-go"\nr := deepseek.R{Model: deepseek.⟦DeepSeekChat|deepseek-chat⟧}',
    ],
  ],
});
