import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('nvidia', {
  found: [
    ['a.yaml', 'image: nvcr.io/nim/⟦meta/llama-3.1-8b-instruct:1.3|nvidia⟧'],
    ['a.py', 'ChatNVIDIA(model="⟦meta/llama-3.1-70b-instruct|nvidia⟧")'],
  ],
  spelled: {
    'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.3': 'nvidia:meta/llama-3.1-8b-instruct',
  },
});
