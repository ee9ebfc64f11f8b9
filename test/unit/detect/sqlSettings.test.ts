import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const rolesOf = (text: string, path = 'a.sql'): readonly string[] =>
  detect(text, path).references.map(({ role }) => role);

describe('a setting that a statement of SQL sets', () => {
  it.each([
    "UPDATE settings SET value = 'gpt-4o' WHERE key = 'chat_model';\n",
    "UPDATE settings SET value = 'gpt-4o' WHERE tenant = 'a' AND name IN ('ai.default_model');\n",
    "UPDATE app.options SET option_value = 'gpt-4o' WHERE option_name = 'OPENAI_MODEL';\n",
    "UPDATE agents SET engine = 'gpt-4o', provider = 'openai' WHERE id = 1;\n",
    "UPDATE agents SET llm_provider = 'openai', engine = 'gpt-4o';\n",
    "INSERT INTO settings (key, value) VALUES ('openai_model', 'gpt-4o');\n",
    "INSERT INTO \"settings\" (\"key\", \"value\", \"note\") VALUES ('theme', 'dark', 'x'), ('chat_model', 'gpt-4o', 'y');\n",
    "INSERT OR IGNORE INTO app.config VALUES ('chat_model', 'gpt-4o');\n",
    "INSERT INTO settings (id, chat_model) VALUES (1, 'gpt-4o');\n",
    "INSERT INTO settings (key, value) VALUES ('chat_model', NULL) ON CONFLICT (key) DO UPDATE SET value = 'gpt-4o';\n",
  ])('is asked: %s', (text) => expect(rolesOf(text)).toEqual(['calls']));

  it.each([
    "UPDATE settings SET value = 'gpt-4o' WHERE key = 'theme';\n",
    "UPDATE runs SET label = 'gpt-4o', provider = 'openai';\n",
    "UPDATE runs SET state = 'gpt-4o', host = 'openai';\n",
    "INSERT INTO models (id, name) VALUES (1, 'gpt-4o');\n",
    "INSERT INTO messages (role, model) VALUES ('user', 'gpt-4o');\n",
    "INSERT INTO settings (key, value) VALUES ('theme', 'gpt-4o');\n",
  ])('is none of a record: %s', (text) => expect(rolesOf(text)).not.toContain('calls'));
});

describe('a setting that a program sets by SQL', () => {
  it.each([
    ['a.py', 'cur.execute("UPDATE agents SET model = \'gpt-4o\' WHERE id = 1")\n'],
    ['a.ts', "await db.query(`UPDATE settings SET value = 'gpt-4o' WHERE key = 'chat_model'`);\n"],
    ['a.go', "package a\nfunc f() { db.Exec(`UPDATE agents SET model = 'gpt-4o'\n WHERE id = 1`) }\n"],
    ['a.php', "<?php $db->exec(\"INSERT INTO settings (name, value) VALUES ('chat_model', 'gpt-4o')\");\n"],
  ])('is asked, in %s: %s', (path, text) => expect(rolesOf(text, path)).toEqual(['calls']));

  it.each([
    'await db.query("UPDATE runs SET cost = 1 WHERE model = \'gpt-4o\'");\n',
    "await db.query(\"INSERT INTO messages (role, model) VALUES ('user', 'gpt-4o')\");\n",
    'const text = "Update your plan: set model = \'gpt-4o\'";\n',
  ])('is none of what it looks for or keeps: %s', (text) =>
    expect(rolesOf(text, 'a.ts')).not.toContain('calls'),
  );
});
