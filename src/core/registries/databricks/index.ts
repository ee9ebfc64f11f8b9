import { loader, wholeNames } from '../define';
import { databricksSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** The endpoints of models that others released. Packages of Databricks (`databricks-sdk`) begin like them. */
const ENDPOINT =
  /^databricks-(?:(?:meta-)?llama|mixtral|mpt|dbrx|qwen\d*|gemma|gte|bge)-(?:[a-z\d]+[-.])*[a-z\d]+$/;

/**
 * Models of Databricks' Foundation Model APIs: `databricks-claude-sonnet-4`,
 * `databricks-meta-llama-3-3-70b-instruct`.
 */
export const databricks: RegistryDefinition = {
  kind: 'service',
  modules: ['databricks_langchain'],
  // https://docs.databricks.com/aws/en/sql/language-manual/functions/ai_query
  queryCalls: /^ai_query$/i,
  hasBroadModule: true,
  prefixes: ['databricks'],
  otherSchemes: ['databricks'],
  ownerPrefixes: ['databricks'],
  apiHosts: ['.cloud.databricks.com', '.azuredatabricks.net', '.gcp.databricks.com'],
  loaders: [
    loader('databricks', 'ChatDatabricks DatabricksEmbeddings', {
      keywords: 'endpoint model model_name',
      role: 'calls',
    }),
  ],
  namePrefix: 'databricks-',
  names: wholeNames('databricks-', ENDPOINT),
  spelling: databricksSpelling,
  servesOthers: true,
};
