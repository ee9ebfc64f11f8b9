import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('nvidia', {
  found: [
    ['a.yaml', 'image: nvcr.io/nim/⟦meta/llama-3.1-8b-instruct:1.3|nvidia⟧'],
    [
      'a.yaml',
      'image:\n  registry: nvcr.io\n  repository: nim/⟦meta/llama-3.1-8b-instruct|nvidia⟧\n  tag: 1.3\n',
    ],
    ['a.sh', 'REPO=nim/⟦meta/llama-3.1-8b-instruct|nvidia⟧\ndocker run "nvcr.io/${REPO}:1.3"\n'],
    [
      'a.env',
      'IMAGE=nvcr.io/nim/⟦nvidia/nv-embedqa-e5-v5:1.3|nvidia⟧\nNIM_MODEL=⟦nim/meta/llama3-70b-instruct|nvidia⟧\n',
    ],
    ['a.py', 'ChatNVIDIA(model="⟦meta/llama-3.1-70b-instruct|nvidia⟧")'],
    ['a.yaml', 'llm:\n  model: ⟦meta/llama-3.1-8b-instruct|nvidia⟧\n'],
    ['a.yaml', 'llm:\n  model: ⟦meta-llama/Llama-3.1-8B-Instruct|huggingface⟧\n'],
    ['a.py', 'AutoModel.from_pretrained("⟦meta/llama-3.1-8b-instruct|huggingface⟧")'],
  ],
  spelled: {
    'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.3': 'nvidia:meta/llama-3.1-8b-instruct',
  },
});
