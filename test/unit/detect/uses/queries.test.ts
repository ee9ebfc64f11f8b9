import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';

/** Who is asked for each name of a query. */
function asked(text: string, path = 'a.sql'): readonly unknown[] {
  return detectReferences(text, { path, catalog: builtCatalog() })
    .references.filter(({ where }) => where !== 'url')
    .map(({ role, host }) => `${role} ${host ?? '-'}`);
}

const REMOTE = 'CREATE OR REPLACE MODEL `p.d.m`\nREMOTE WITH CONNECTION `eu.c`\nOPTIONS (';

describe('the model of a statement', () => {
  it.each([
    [`${REMOTE}ENDPOINT = 'gemini-2.5-flash');\n`, 'vertex'],
    [`${REMOTE.toLowerCase()}endpoint='text-embedding-005');\n`, 'vertex'],
    [`{{ config(materialized='model') }}\n${REMOTE}ENDPOINT = 'gemini-2.5-flash')\n`, 'vertex'],
    [`SELECT 1;\n-- a model\n${REMOTE}ENDPOINT = 'gemini-2.5-flash');\n`, 'vertex'],
    ["SELECT AI.GENERATE('x', connection_id => 'us.c', endpoint => 'gemini-2.5-pro');\n", 'vertex'],
    ["SELECT ai.generate(prompt => 'x', model_id => 'gemini-2.5-flash');\n", 'vertex'],
    ["SELECT google_ml.embedding('text-embedding-005', 'x');\n", 'vertex'],
    [
      "CREATE CORTEX SEARCH SERVICE s ON t WAREHOUSE = w EMBEDDING_MODEL = 'snowflake-arctic-embed-l-v2.0' AS (SELECT 1);\n",
      'snowflake',
    ],
    ["CREATE MODEL('chat', 'gpt-4o', 'azure', {\"context_window\": 1});\n", 'azure'],
    ["CREATE GLOBAL MODEL('chat', 'gpt-4o', 'openai');\n", 'openai'],
  ])('is run by the service that it is for: %s', (text, host) => {
    expect(asked(text)).toEqual([`calls ${host}`]);
  });

  it.each([
    `${REMOTE}ENDPOINT = 'x');\nSELECT f('gemini-2.5-flash');\n`,
    "SELECT ai.generate(endpoint_name => 'gemini-2.5-flash');\n",
    "SELECT f(endpoint => 'gemini-2.5-flash');\n",
  ])('is of the statement alone: %s', (text) => {
    expect(asked(text)).toEqual(['calls google']);
  });

  it('is at no address of a request before that names its own model', () => {
    const text =
      'SELECT f(\'{"url": "https://api.groq.com/openai/v1/chat/completions", "model": "llama-3.1-8b-instant"}\');\n' +
      'CALL p(\'{"provider": "openai", "model": "gpt-4o"}\');\n';
    expect(asked(text)).toEqual(['calls groq', 'calls openai']);
  });
});
