-- Snowflake Cortex and Postgres ai, side by side
-- default: gpt-4o-mini
CREATE TABLE assistants (
  id    serial PRIMARY KEY,
  name  text NOT NULL,
  model text NOT NULL DEFAULT 'gpt-4o-mini'
);

INSERT INTO assistants (name, model) VALUES
  ('triage', 'claude-3-haiku-20240307'),
  ('search', 'mistralai/Mistral-7B-Instruct-v0.3');

SELECT SNOWFLAKE.CORTEX.COMPLETE('mistral-large2', prompt) FROM tickets WHERE created_at > '2024/01/01';
SELECT ai.ollama_embed('nomic-embed-text', body) FROM notes;

CREATE OR REPLACE MODEL `proj.ds.gemini` REMOTE WITH CONNECTION `eu.conn`
  OPTIONS (ENDPOINT = 'gemini-2.0-flash-001');
UPDATE assistants SET model = 'gpt-4.1-mini' WHERE name = 'triage';
