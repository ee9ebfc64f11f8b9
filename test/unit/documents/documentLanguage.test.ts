import { describe, expect, it } from 'vitest';
import { documentLanguage, isReadAsText } from '../../../src/core/documents/documentLanguage';

describe('documentLanguage', () => {
  it.each([
    ['settings.unknown', 'server:\n  port: 80\nmodel: x', 'yaml'],
    ['bin/start', '#!/usr/bin/env bash\nvllm serve x', 'shellscript'],
    ['NOTES', 'We met on Friday.\nNothing was decided.', 'plaintext'],
    ['notes.txt', 'server:\n  port: 80\nmodel: x', 'plaintext'],
    ['app.conf', '{ "model": "x" }', 'json'],
    ['app.conf', 'worker_processes 1;', 'ini'],
    ['t/llm.j2', 'HF_HOME={{ home }}\nMODEL_ID=x', 'dotenv'],
    ['t/page.j2', '<p>{{ text }}</p>', 'html'],
    ['t/llm.yaml.j2', 'HF_HOME=x', 'yaml'],
    ['app.weird', 'fn main() {\n  // starts\n  load("x");\n}', 'code'],
    ['app.weird', 'proc main {} {\n  load("x")  # starts\n}\n# y', 'hash-code'],
    ['app.weird', '-- starts\nmain = load (x)\nother = y', 'dash-code'],
    ['a.py', '{ "model": "x" }', 'python'],
  ])('%s with %j is %s', (path, text, language) => expect(documentLanguage(text, path)).toBe(language));

  it('lets the editor decide for a file of which the path says nothing', () => {
    expect(documentLanguage('a: b\nc: d', 'Untitled-1', 'python')).toBe('python');
    expect(documentLanguage('a: b\nc: d', 'Untitled-1', 'plaintext')).toBe('yaml');
    expect(documentLanguage('{ "a": "b" }', 'app.conf', 'properties')).toBe('json');
    expect(documentLanguage('a = b', 'app.conf', 'properties')).toBe('properties');
  });
});

describe('isReadAsText', () => {
  it.each([
    ['app.weird', 'We met on Friday.\nNothing was decided.', true],
    ['notes.txt', 'We met on Friday.\nNothing was decided.', false],
    ['LICENSE-MODEL', 'We met on Friday.\nNothing was decided.', false],
    ['settings.weird', 'server:\n  port: 80\nmodel: x', false],
    ['a.py', 'We met on Friday.\nNothing was decided.', false],
    ['a.sh', 'We met on Friday.\nNothing was decided.', false],
    ['app.conf', 'We met on Friday.\nNothing was decided.', false],
  ])('%s: %j', (path, text, expected) => {
    expect(isReadAsText(text, path)).toBe(expected);
  });
});
