import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('anthropic', {
  found: [
    ['a.yaml', 'model: ⟦claude-3-7-sonnet:thinking|anthropic⟧'],
    ['a.json', '{"model": "⟦claude-sonnet-4-5[1m]|anthropic⟧"}'],
    ['a.py', 'ChatAnthropic(model="⟦claude-3-5-haiku-20241022|anthropic⟧")'],
    ['a.ts', "anthropic('⟦claude-sonnet-4-5|anthropic⟧')"],
    ['a.yaml', 'model: ⟦anthropic/claude-opus-4-1|anthropic⟧'],
  ],
  spelled: {
    'claude-opus-4-1[1m]': 'anthropic:claude-opus-4-1',
    'claude-3-5-sonnet-20241022': 'anthropic:claude-3-5-sonnet',
  },
});
