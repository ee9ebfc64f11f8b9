import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('other', {
  found: [
    ['a.yaml', 'model: ⟦netmind/acme/llama-7b|other⟧'],
    ['a.py', 'embed(model="⟦jina-embeddings-v3|other⟧")'],
    ['a.py', 'completion(model="⟦sambanova/Meta-Llama-3.3-70B-Instruct|other⟧")'],
    ['a.ts', "lmnt.speech('⟦aurora|other⟧')"],
  ],
});
