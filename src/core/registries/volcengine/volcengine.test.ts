import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('volcengine', {
  found: [
    [
      'a.py',
      'client = Ark()\nclient.chat.completions.create(model="⟦doubao-1-5-pro-32k-250115|volcengine⟧")',
    ],
    ['a.yaml', 'model: ⟦volcengine/doubao-seed-1-6-flash-250615|volcengine⟧'],
    ['a.yaml', 'model: ⟦byteplus/seed-1-6-250615|volcengine⟧'],
  ],
});
