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
    ['$(or $(MODEL),$(OTHER),gpt-4o)', ['gpt-4o']],
    ['$(or $(MODEL),$(or $(OTHER),gpt-4o))', ['gpt-4o']],
    ['${oc.env:MODEL, ${oc.env:OTHER, gpt-4o}}', ['gpt-4o']],
    ["${env:MODEL, 'gpt-4o'}", ['gpt-4o']],
    ["${param:model, opt:model, 'gpt-4o'}", ['gpt-4o']],
    ["${env:MODEL, ${opt:model, 'gpt-4o'}}", ['gpt-4o']],
    ["#{environment.PROD ? 'gpt-4o' : 'gpt-4.1'}", ['gpt-4o', 'gpt-4.1']],
    ["#{'${llm.model:}' ?: 'gpt-4o'}", ['${llm.model:}', 'gpt-4o']],
    ['{{ if eq .Values.env "prod" }}gpt-4o{{ else }}gpt-4.1{{ end }}', ['gpt-4o', 'gpt-4.1']],
    ['{{#if prod}}gpt-4o{{else}}gpt-4.1{{/if}}', ['gpt-4o', 'gpt-4.1']],
    ['{% if prod %}gpt-4o{% elif stage %}gpt-4.1{% endif %}', ['gpt-4o', 'gpt-4.1']],
    ['{{ or (env "M") "gpt-4o" }}', ['M', 'gpt-4o']],
    ['{{ dict "prod" "gpt-4o" | get .Values.env }}', ['prod', 'gpt-4o']],
    ["{{ get_env(name='M', default='gpt-4o') }}", ['gpt-4o']],
    ["={{ $json.tier === 'pro' ? 'gpt-4o' : 'gpt-4.1' }}", ['gpt-4o', 'gpt-4.1']],
    ['{{ if .a }}some words{{ end }}', []],
    ['${LLM_MODEL:-"gpt-4o"} and more', []],
    ['${first:gpt-4o, gpt-4.1}', []],
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
    ['compose.yaml', 'services:\n  a:\n    environment:\n      OPENAI_MODEL: ${A:-${B:-${C-gpt-4o}}}\n'],
    ['a.sh', 'export OPENAI_MODEL="${A:-${B:-gpt-4o}}"\n'],
    ['a.yaml', 'model: {{ if .Values.prod }}gpt-4o{{ else }}gpt-4o{{ end }}\n'],
    ['a.env.j2', 'OPENAI_MODEL={% if prod %}gpt-4o{% else %}gpt-4o{% endif %}\n'],
    ['w.json', '{"nodes": [{"parameters": {"modelId": {"value": "={{ $vars.M || \'gpt-4o\' }}"}}}]}\n'],
    ['w.json', '{"parameters": {"jsCode": "return [{ json: { model: $json.a ? \'gpt-4o\' : m } }];"}}\n'],
    ['a.hcl', 'template {\n  data = <<EOF\nOPENAI_MODEL={{ or (env "M") "gpt-4o" }}\nEOF\n}\n'],
    ['A.java', "class A { @Value(\"#{environment.PROD ? 'gpt-4o' : 'gpt-4o'}\") String model; }\n"],
    ['a.yaml', 'OPENAI_MODEL: {"Fn::If": [Prod, gpt-4o, gpt-4o]}\nCHAT_MODEL: !If [Prod, gpt-4o, x]\n'],
    ['a.yaml', 'OPENAI_MODEL:\n  Fn::If:\n    - Prod\n    - gpt-4o\n    - gpt-4o\n'],
    [
      'templates/_helpers.tpl',
      '{{- define "x.model" -}}\n{{- if .Values.prod -}}\ngpt-4o\n{{- else -}}\ngpt-4o\n{{- end -}}\n{{- end -}}\n',
    ],
    ['templates/_helpers.tpl', '{{ define "x.env" }}\n- name: OPENAI_MODEL\n  value: gpt-4o\n{{ end }}\n'],
    ['Dockerfile', 'FROM x\nENV OPENAI_MODEL=${A:-${B:-gpt-4o}}\n'],
    ['application.properties', 'spring.ai.openai.chat.options.model=${A:${B:gpt-4o}}\n'],
    ['A.java', 'class A { @Value("${a.model:${b.model:gpt-4o}}") String m; }\n'],
    ['A.kt', 'class A(@Value("\\${a.model:\\${b.model:gpt-4o}}") val m: String)\n'],
    ['Makefile', 'OPENAI_MODEL ?= $(or $(A),gpt-4o)\nCHAT_MODEL := $(or $(A),$(or $(B),gpt-4o))\n'],
    ['serverless.yml', "provider:\n  environment:\n    OPENAI_MODEL: ${env:OPENAI_MODEL, 'gpt-4o'}\n"],
  ])('are what is asked, in %s', (path, text) => {
    const roles = detect(text, path).references.map(({ text: name, role }) => `${name} ${role}`);
    expect(new Set(roles)).toEqual(new Set(['gpt-4o calls']));
  });

  it.each([
    '{{- define "app.url" -}}https://api.groq.com/v1{{- end -}}',
    '{{- define "app.chatUrl" -}}\n{{ default "https://api.groq.com/v1" .Values.url }}\n{{- end -}}',
    '{{ define "app.base_url" }}{{ .Values.url | default "https://api.groq.com/v1" }}{{ end }}',
  ])('are asked at the address that another part of the templates gives: %s', (address) => {
    const model = '{{- define "app.model" -}}\n{{ default "a/b-7b" .Values.model }}\n{{- end -}}';
    const asked = (parts: readonly string[], path: string): readonly unknown[] =>
      detect(`${parts.join('\n')}\n`, path).references.map(({ role, host }) => [role, host]);
    for (const path of ['templates/_helpers.tpl', 'templates/a.yaml']) {
      expect(asked([model, address], path)).toEqual([['calls', 'groq']]);
      expect(asked([address, model], path)).toEqual([['calls', 'groq']]);
    }
    const other = address.replace(/app\.\w+/, 'app.docsUrl');
    expect(asked([model, other], 'templates/a.yaml')).toEqual([['loads', 'self']]);
  });

  it.each([
    ['a.yaml', 'model: ${A:-${B}-${C:-gpt-4o}}\n'],
    ['a.yaml', 'model: ${A:-${B:-x}-${C:-gpt-4o}}\n'],
    ['a.yaml', 'model: ${A:-x}-${B:-gpt-4o}\n'],
  ])('are nothing where a part is filled in, in %s: %s', (path, text) =>
    expect(detect(text, path).references).toEqual([]),
  );

  it('are asked at an address that another part of the same templates gives', () => {
    const text =
      '{{- define "x.model" -}}\n{{ default "deepseek-ai/DeepSeek-V3" .Values.model }}\n{{- end -}}\n' +
      '{{- define "x.url" -}}https://openrouter.ai/api/v1{{- end -}}\n';
    expect(detect(text, 'templates/_helpers.tpl').references.map(({ host }) => host)).toEqual(['openrouter']);
  });
});
