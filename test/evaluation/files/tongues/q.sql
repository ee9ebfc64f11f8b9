SELECT ai.ollama_embed('nomic-embed-text', content) FROM t;
SELECT ai.openai_chat_complete('gpt-4o', jsonb_build_array());
SELECT pgml.embed('intfloat/e5-small-v2', 'x');
SELECT SNOWFLAKE.CORTEX.COMPLETE('llama3.1-70b', 'hi');
SELECT AI_QUERY('databricks-meta-llama-3-3-70b-instruct', 'x');
CREATE MODEL `p.d.m` REMOTE WITH CONNECTION DEFAULT OPTIONS (ENDPOINT = 'gemini-1.5-flash-002');
INSERT INTO models (id, provider) VALUES ('gpt-4o-mini', 'openai'), ('claude-3-haiku-20240307', 'anthropic');
UPDATE settings SET value = 'mistral-large-latest' WHERE key = 'model';
-- default text-embedding-3-small
ALTER TABLE bots ALTER COLUMN model SET DEFAULT 'gpt-4.1-nano';
