import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('anthropic', {
  found: [
    ['a.py', 'ChatAnthropic(model="⟦claude-3-5-haiku-20241022|anthropic⟧")'],
    ['a.ts', "anthropic('⟦claude-sonnet-4-5|anthropic⟧')"],
    ['a.yaml', 'model: ⟦anthropic/claude-opus-4-1|anthropic⟧'],
  ],
  spelled: {
    'claude-3-5-sonnet-20241022': 'anthropic:claude-3-5-sonnet',
  },
});
