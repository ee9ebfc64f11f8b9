import { loader } from '../define';
import { groqSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Models that GroqCloud runs: `llama-3.3-70b-versatile`, `openai/gpt-oss-20b`. */
export const groq: RegistryDefinition = {
  kind: 'service',
  prefixes: ['groq'],
  apiHosts: ['api.groq.com'],
  clients: ['Groq'],
  factories: ['groq'],
  loaders: [loader('groq', 'ChatGroq GroqModel', { keywords: 'model model_name modelName', role: 'calls' })],
  environment: ['GROQ_API_KEY'],
  marks: ['api.groq.com', 'from groq', 'groq()'],
  keyWords: ['groq'],
  takesHubIds: true,
  resells: ['openai', 'deepseek', 'moonshot', 'alibaba'],
  resellsOnlyWeightsOf: ['openai'],
  spelling: groqSpelling,
  servesOthers: true,
};
