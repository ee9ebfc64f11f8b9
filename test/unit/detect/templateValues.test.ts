import { describe, expect, it } from 'vitest';
import { templateValues } from '../../../src/core/detect/templateValues';
import { detect } from './marked';

const valuesOf = (text: string): readonly string[] =>
  templateValues(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe('the values that a template gives by itself', () => {
  it.each([
    ['{{ .Values.model | default "gpt-4o" | quote }}', ['gpt-4o']],
    ['{{ default "gpt-4o" .Values.llm.model | quote }}', ['gpt-4o']],
    ['{{- ternary "gpt-4o" "gpt-4.1" .Values.fast -}}', ['gpt-4o', 'gpt-4.1']],
    ['{{ coalesce .Values.a .Values.b "gpt-4o" | upper }}', ['gpt-4o']],
    ["{{ 'gpt-4o' if env == 'prod' else 'gpt-4.1' }}", ['gpt-4o', 'gpt-4.1']],
    ["{{ lookup('env','M') | default('gpt-4o', true) | trim }}", ['gpt-4o']],
    ["{{ lookup('env','M') | d('gpt-4o') }}", ['gpt-4o']],
    ['<%= ENV.fetch("OPENAI_MODEL", "gpt-4o") %>', ['gpt-4o']],
    ['<%= ENV["OPENAI_MODEL"] || "gpt-4o" %>', ['gpt-4o']],
    ["${{ github.ref == 'refs/heads/main' && 'gpt-4o' || 'gpt-4.1' }}", ['gpt-4o', 'gpt-4.1']],
    ["{{ 'gpt-4o' }}", ['gpt-4o']],
    ['${LLM_MODEL:-"gpt-4o"}', ['gpt-4o']],
    ['${oc.env:MODEL, "owner/name"}', ['owner/name']],
    ['${oc.env:MODEL,owner/name}', ['owner/name']],
    ['$(or $(MODEL),gpt-4o)', ['gpt-4o']],
    ['${LLM_MODEL:-"gpt-4o"} and more', []],
    ["{{ a if env == 'prod' else b }}", []],
    ["{{ lookup('env', 'M') }}", []],
    ['"default gpt-4o"', []],
    ['default "gpt-4o"', []],
  ])('of %s are %j', (text, values) => expect(valuesOf(text)).toEqual(values));

  it.each([
    ['a.yaml', 'env:\n  - name: OPENAI_MODEL\n    value: {{ .Values.model | default "gpt-4o" | quote }}\n'],
    ['a.env.j2', "OPENAI_MODEL={{ 'gpt-4o' if env == 'prod' else 'gpt-4o' }}\n"],
    ['config/ai.yml', 'production:\n  model: <%= ENV.fetch("OPENAI_MODEL", "gpt-4o") %>\n'],
    ['a.py', `OPENAI_MODEL = "{{ 'gpt-4o' if env == 'prod' else 'gpt-4o' }}"\n`],
    ['a.yaml', 'llm:\n  model: ${oc.env:OPENAI_MODEL, "gpt-4o"}\n'],
    ['a.json', '{ "model": "${env://MODEL:-gpt-4o}" }\n'],
    ['compose.yaml', 'services:\n  a:\n    environment:\n      OPENAI_MODEL: ${PROD:+gpt-4o}\n'],
  ])('are what is asked, in %s', (path, text) => {
    const roles = detect(text, path).references.map(({ text: name, role }) => `${name} ${role}`);
    expect(new Set(roles)).toEqual(new Set(['gpt-4o calls']));
  });
});
