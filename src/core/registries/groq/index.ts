import { constants, loader } from '../define';
import { groqSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Models that GroqCloud runs: `llama-3.3-70b-versatile`, `openai/gpt-oss-20b`. */
export const groq: RegistryDefinition = {
  kind: 'service',
  prefixes: ['groq'],
  apiHosts: ['api.groq.com'],
  clients: ['Groq'],
  constants: [
    // https://pkg.go.dev/github.com/conneroisu/groq-go#pkg-constants
    constants(/groq-go\b/, 'groq', { leads: ['Model'] }),
    // https://github.com/0xPlaygrounds/rig (providers/groq.rs)
    constants(/\brig(?:_core)?::/, 'groq', {
      named: { LLAMA_3_70B_8192: 'llama3-70b-8192', LLAMA_3_8B_8192: 'llama3-8b-8192' },
    }),
  ],
  factories: ['groq'],
  loaders: [loader('groq', 'ChatGroq GroqModel', { keywords: 'model model_name modelName', role: 'calls' })],
  environment: ['GROQ_API_KEY'],
  marks: ['api.groq.com', 'from groq', 'groq()'],
  keyWords: ['groq'],
  takesHubIds: true,
  resells: ['openai', 'deepseek', 'moonshot', 'alibaba'],
  resellsOnlyWeightsOf: ['openai', 'deepseek', 'moonshot', 'alibaba'],
  spelling: groqSpelling,
  servesOthers: true,
};
