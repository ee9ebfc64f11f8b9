-- Questions to the files that `audit --format jsonl` wrote, for DuckDB: duckdb < queries.sql
-- Each query stands under its name. The figures are those of `report org audits/`.

CREATE OR REPLACE VIEW uses AS
SELECT * FROM read_json('audits/**/*.jsonl', format = 'newline_delimited', columns = {
  repository: 'VARCHAR', "commit": 'VARCHAR', path: 'VARCHAR', line: 'INTEGER', "column": 'INTEGER', text: 'VARCHAR',
  model: 'VARCHAR', known: 'BOOLEAN', registry: 'VARCHAR', role: 'VARCHAR', host: 'VARCHAR', terms: 'VARCHAR', context: 'VARCHAR',
  publisher: 'VARCHAR', license: 'VARCHAR', effectiveLicense: 'VARCHAR', category: 'VARCHAR', licenseSureness: 'VARCHAR', openness: 'VARCHAR',
  origin: 'VARCHAR[]', verdict: 'VARCHAR', severity: 'VARCHAR', isToldElsewhere: 'BOOLEAN', rules: 'VARCHAR[]', catalogDate: 'VARCHAR', complete: 'BOOLEAN'
}) WHERE model IS NOT NULL; -- An audit without a use has one line that says so.

-- name: totals
SELECT count(*) AS uses, count(DISTINCT repository) AS repositories, count(DISTINCT model) AS models FROM uses;

-- name: repositories
SELECT repository, count(DISTINCT model) AS models, count(*) AS uses,
  count(*) FILTER (severity = 'error') AS errors,
  count(*) FILTER (severity = 'warning' AND isToldElsewhere IS NOT TRUE) AS warnings
FROM uses GROUP BY repository ORDER BY uses DESC, repository;

-- name: models
SELECT model, count(DISTINCT repository) AS repositories, count(*) AS uses FROM uses GROUP BY model ORDER BY uses DESC, model;

-- name: licenses
SELECT CASE WHEN role = 'calls' AND host <> 'self' THEN coalesce(terms, 'unknown')
    ELSE coalesce(CASE WHEN category = 'unknown' THEN NULL ELSE effectiveLicense END, license, 'unknown') END AS inEffect,
  count(*) AS uses, count(DISTINCT repository) AS repositories
FROM uses GROUP BY ALL ORDER BY uses DESC, inEffect;

-- name: origins
SELECT CASE WHEN code = '?' THEN 'unknown' ELSE code END AS country, count(*) AS uses,
  count(DISTINCT repository) AS repositories
FROM (SELECT repository, unnest(CASE WHEN len(origin) = 0 THEN ['?'] ELSE origin END) AS code FROM uses)
GROUP BY country ORDER BY uses DESC, country;

-- name: hosts
SELECT coalesce(host, 'unknown') AS host, count(*) AS uses, count(DISTINCT repository) AS repositories
FROM uses GROUP BY ALL ORDER BY uses DESC, host;

-- name: rules
SELECT rule, count(*) AS uses, count(DISTINCT repository) AS repositories
FROM (SELECT repository, unnest(rules) AS rule FROM uses) GROUP BY rule ORDER BY uses DESC, rule;

-- name: parquet
COPY (SELECT * FROM uses) TO 'uses.parquet' (FORMAT parquet);
