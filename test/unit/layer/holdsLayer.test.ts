import { describe, expect, it } from 'vitest';
import { holdsLayer } from '../../../src/core/layer/holdsLayer';

const LAYER = 'title: Acme\ndate: 2026-11-30\nmodels:\n  acme/support-7b: { license: apache-2.0 }\n';

describe('a file with an organization’s own records', () => {
  it.each([
    ['layer.yaml', LAYER],
    ['register.json', '{ "title": "Acme", "date": "2026-11-30", "models": { "acme-chat": {} } }'],
    ['register.json', '{\n  "models": { "a/b": {} },\n  "title": "{ \\" }",\n  "date": "2026-11-30"\n}\n'],
    ['layer.yaml', `\uFEFF# Ours.\n---\n${LAYER}`],
    ['a.yml', 'organizations:\n  acme: { name: Acme, kind: company }\ntitle: Acme\ndate: 2026-11-30\n'],
  ])('is told by what it holds: %s', (path, text) => expect(holdsLayer(path, text)).toBe(true));

  it.each([
    ['models.py', LAYER],
    ['layer.yaml', LAYER.replace('title: Acme\n', '')],
    ['layer.yaml', LAYER.replace('date: 2026-11-30', 'date: soon')],
    ['layer.yaml', 'title: Acme\ndate: 2026-11-30\nmodels:\n'],
    ['site.yaml', 'title: Our chat\ndate: 2026-11-30\nmodels:\n  chat: gpt-4o\n'],
    ['data.json', '[{ "title": "Acme", "date": "2026-11-30", "models": { "acme-chat": {} } }]'],
    ['data.json', '{ "a": { "title": "Acme", "date": "2026-11-30", "models": { "acme-chat": {} } } }'],
    ['data.yaml', `- ${LAYER.replaceAll('\n', '\n  ')}`],
    ['site.yaml', `${LAYER}theme: dark\n`],
  ])('is none: %s with %j', (path, text) => expect(holdsLayer(path, text)).toBe(false));
});
