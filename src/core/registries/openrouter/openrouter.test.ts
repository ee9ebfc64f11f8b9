import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('openrouter', {
  found: [
    ['a.yaml', 'model: ⟦openrouter/anthropic/claude-3.5-sonnet|openrouter⟧'],
    ['a.ts', "openrouter('⟦deepseek/deepseek-r1:free|openrouter⟧')"],
  ],
  spelled: {
    'deepseek/deepseek-r1:free': 'openrouter:deepseek/deepseek-r1',
  },
});
