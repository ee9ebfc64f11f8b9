import { constants, loader } from '../define';
import { readVertexAddress } from './address';
import { vertexPath } from './path';
import { vertexSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/**
 * Models on Google Cloud's Vertex AI: `publishers/anthropic/models/claude-sonnet-4@20250514`, or the last part alone.
 */
export const vertex: RegistryDefinition = {
  kind: 'service',
  hasOwnProtocol: true,
  renamesOthers: true,
  prefixes: [
    'vertex_ai',
    'vertexai',
    'google-vertex',
    'google_vertexai',
    'google-vertexai',
    'vertex_ai_beta',
    'google-vertex-anthropic',
    // https://www.tensorzero.com/docs/gateway/api-reference/inference
    'gcp_vertex_gemini',
    'gcp_vertex_anthropic',
  ],
  ownPath: vertexPath,
  addresses: [
    { host: 'aiplatform.googleapis.com', read: readVertexAddress },
    { isHost: (host) => host.endsWith('-aiplatform.googleapis.com'), read: readVertexAddress },
  ],
  // https://cloud.google.com/python/docs/reference/bigframes/latest/bigframes.ml.llm
  modules: ['bigframes'],
  // https://cloud.google.com/alloydb/docs/reference/model-endpoint-reference
  queryCalls: /^google_ml\.\w{1,40}$/i,
  queryStatements: [
    // https://cloud.google.com/bigquery/docs/reference/standard-sql/bigqueryml-syntax-create-remote-model
    new RegExp(
      String.raw`(?<![\w.-])create\s[^;]{0,80}?\bmodel\s[^;]{0,800}?\bremote\s{1,20}with\s{1,20}connection\s` +
        String.raw`[^;]{0,400}?\bendpoint\s{0,8}=\s{0,8}$`,
      'i',
    ),
    // https://cloud.google.com/bigquery/docs/reference/standard-sql/bigqueryml-syntax-ai-generate,
    // https://cloud.google.com/alloydb/docs/ai/evaluate-semantic-queries-ai-operators
    /\bai\.\w{1,40}\([^;]{0,800}?\b(?:endpoint|model_id)\s{0,8}=>\s{0,8}$/i,
  ],
  // https://github.com/tghamm/Anthropic.SDK#vertex-ai-support
  makers: ['VertexAIClient('],
  constants: [
    // https://github.com/spring-projects/spring-ai (VertexAiGeminiChatModel.java),
    // https://www.npmjs.com/package/@genkit-ai/vertexai
    constants(/springframework\.ai\.vertexai|@genkit-ai\/vertexai\b/, 'ChatModel -', { spells: 'google' }),
    // https://github.com/tghamm/Anthropic.SDK (VertexAIModels.cs)
    constants(/\bAnthropic\.SDK\b|@genkit-ai\/vertexai\b/, 'VertexAIModels -', { spells: 'anthropic' }),
  ],
  factories: ['vertex', 'googleVertex', 'vertexAnthropic'],
  loaders: [
    loader(
      'vertex',
      'ChatVertexAI VertexAI VertexAIEmbeddings TextEmbeddingModel TextGenerationModel ' +
        'ImageGenerationModel MultiModalEmbeddingModel',
      { keywords: 'model model_name modelName', role: 'calls' },
    ),
    loader('vertex', 'from_pretrained', {
      receivers:
        'TextEmbeddingModel TextGenerationModel ChatModel CodeGenerationModel CodeChatModel ' +
        'ImageGenerationModel ImageTextModel MultiModalEmbeddingModel vertexai',
      role: 'calls',
    }),
  ],
  // https://googleapis.github.io/python-genai/#create-a-client
  switches: [
    {
      variable: 'GOOGLE_GENAI_USE_VERTEXAI',
      from: 'google',
      unless: /\bvertex_?ai["']?\s{0,8}[:=]\s{0,8}(?:false|nil|0)\b/i,
      packages: new RegExp(
        '\\b(?:google[-_](?:genai|adk|generativeai|cloud[-_]aiplatform)|vertexai|langchain[-_]google[-_]\\w+)\\b|' +
          '@google/(?:genai|adk|generative-ai)|@google-cloud/vertexai|google\\.golang\\.org/(?:genai|adk)|' +
          '\\bcom\\.google\\.genai\\b|google-cloud-vertexai',
        'i',
      ),
      makes: new RegExp(
        String.raw`\bvertex_?ai["']?(?:\s{0,8}[:=]\s{0,8}|\()true\b|\bvertexai\.init\(|\bimport vertexai\b|` +
          String.raw`\bfrom vertexai\b|\bBackendVertexAI\b|["']@google-cloud/vertexai["']|` +
          String.raw`\bcom\.google\.cloud\.vertexai\b`,
        'i',
      ),
      makesFrom: new RegExp(
        String.raw`\bvertex_?ai["']?(?:\s{0,8}[:=]\s{0,8}|\()false\b|\b(?:GEMINI|GOOGLE)_API_KEY\b|` +
          String.raw`\bgoogle\.generativeai\b|@google/generative-ai|\bBackendGeminiAPI\b|` +
          String.raw`\bgenai\.Client\(\s{0,40}api_key|\bGoogleGenAI\(\s{0,40}\{\s{0,40}apiKey`,
        'i',
      ),
      key: /\bapi_?key\b/i,
    },
  ],
  marks: ['aiplatform', 'vertexai', 'vertex_ai'],
  prefixMarks: ['vertexai', 'vertex_ai'],
  keyWords: ['vertex', 'vertexai'],
  takesHubIds: true,
  // https://docs.cloud.google.com/vertex-ai/generative-ai/docs/open-models/use-maas
  resells: ['google', 'anthropic', 'mistral', 'deepseek'],
  resellsOnlyWeightsOf: ['deepseek'],
  spelling: vertexSpelling,
  servesOthers: true,
};
