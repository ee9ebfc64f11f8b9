import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('groq', {
  found: [
    ['a.py', 'ChatGroq(model="⟦llama-3.3-70b-versatile|groq⟧")'],
    ['a.ts', "groq('⟦openai/gpt-oss-20b|groq⟧')"],
    ['a.yaml', 'model: ⟦groq/llama-3.1-8b-instant|groq⟧'],
  ],
  spelled: {
    'groq/openai/gpt-oss-20b': 'huggingface:openai/gpt-oss-20b',
  },
  constants: [
    [
      'a.go',
      'import "github.com/conneroisu/groq-go"\nr := groq.R{Model: groq.⟦ModelLlama370B8192|llama3-70b-8192⟧}',
    ],
    ['a.rs', 'use rig::providers::groq;\nfn f() { c.agent(groq::⟦LLAMA_3_70B_8192|llama3-70b-8192⟧) }'],
  ],
});
