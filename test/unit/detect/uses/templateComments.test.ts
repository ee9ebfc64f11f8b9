import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const NAME = 'gpt-4o-mini';
const JSON_TEXT = `\n  Example:\n  { "provider": "acme", "model": "${NAME}" }\n`;

const rolesOf = (text: string, path: string): readonly string[] =>
  detect(text, path).references.map(({ text: name, role }) => `${name} ${role}`);

describe('a comment of a template', () => {
  const FORMS = [
    ['a.mustache', '{{!', '}}'],
    ['a.hbs', '{{!--', '--}}'],
    ['a.handlebars', '{{!', '}}'],
    ['a.yaml.hbs', '{{!--', '--}}'],
    ['a.blade.php', '{{--', '--}}'],
    ['a.html.j2', '{#', '#}'],
    ['a.yaml.j2', '{#', '#}'],
    ['a.twig', '{#', '#}'],
    ['a.html', '{#', '#}'],
    ['a.liquid', '{% comment %}', '{% endcomment %}'],
    ['a.html', '{% comment "old" %}', '{% endcomment %}'],
    ['a.html.erb', '<%#', '%>'],
    ['a.ejs', '<%#', '%>'],
    ['a.jsp', '<%--', '--%>'],
    ['a.cshtml', '@*', '*@'],
    ['templates/a.yaml', '{{- /*', '*/ -}}'],
  ] as const;

  it.each(FORMS)('only names models, in %s between %s and %s', (path, open, close) => {
    expect(rolesOf(`${open}${JSON_TEXT}${close}\n<p></p>\n`, path)).toEqual([`${NAME} mentions`]);
  });

  it.each(FORMS)('is over where it ends, in %s between %s and %s', (path, open, close) => {
    const text = `${open} Once. ${close}\n<script>\nask({ "model": "${NAME}" });\n</script>\n`;
    expect(rolesOf(text, path)).toEqual([`${NAME} calls`]);
  });

  it.each([
    ['an open one', 'a.html.j2', '{#'],
    ['the mark of another language', 'a.html', '{{!'],
    ['the mark in a file that is no template', 'a.py', '{#'],
    ['the mark of Go in code', 'a.py', '{{/*'],
    ['the name of an element in a style', 'a.html', '@media print{#nav{}} #}'],
  ])('is none where there is %s', (_, path, open) => {
    expect(rolesOf(`<script>\nconst a = "${open}"; ask({ model: "${NAME}" });\n</script>\n`, path)).toEqual([
      `${NAME} calls`,
    ]);
  });
});
