import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('replicate', {
  found: [
    [
      'a.py',
      'replicate.run("⟦acme/thing:39ed52f2a78e934b3ba6e2a89f5b1c712de7dfea535525255b1aa35c5565e08b|replicate⟧")',
    ],
    ['a.ts', "replicate('⟦black-forest-labs/flux-schnell|replicate⟧')"],
  ],
  spelled: {
    'https://replicate.com/acme/thing/versions': 'replicate:acme/thing/versions',
  },
});
