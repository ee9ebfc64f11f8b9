import { describe, expect, it } from 'vitest';
import { detect } from '../marked';
import { toldOf } from './told';

const found = (text: string, path: string): readonly string[] =>
  detect(text, path).references.map(({ text: name, role, where }) => `${name} ${role} ${where}`);

describe('an element', () => {
  it.each([
    ['a.xml', '<a><model>gpt-4o</model></a>', ['gpt-4o calls config']],
    ['a.xml', '<a><model><![CDATA[gpt-4o]]></model></a>', ['gpt-4o lists config']],
    ['a.xml', '<a><b><![CDATA[x <model>]]></b><model>gpt-4o</model></a>', ['gpt-4o calls config']],
    ['a.xml', '<a><model><![CDATA[gpt-4o', []],
    [
      'a.xml',
      '<a><!-- gpt-4o --><model>gpt-4o-mini</model></a>',
      ['gpt-4o mentions comment', 'gpt-4o-mini calls config'],
    ],
    ['a.xml', '<a><model name="gpt-4o"/></a>', ['gpt-4o calls config']],
    ['a.xml', "<a><model name='gpt-4o'></model></a>", ['gpt-4o calls config']],
    ['a.xml', '<a><model name="gpt-4o', ['gpt-4o calls config']],
    ['a.html', '<a data-model=gpt-4o title=x>', ['gpt-4o calls code']],
    ['a.html', '<a title=x data-model=gpt-4o>acme</a>', ['gpt-4o calls code']],
    ['a.html', '<option value=gpt-4o>x</option>', ['gpt-4o lists code']],
    ['a.html', '<script>ask({ model: "gpt-4o" });</script>', ['gpt-4o calls code']],
    ['a.html', '<SCRIPT>ask({ model: "gpt-4o" });</Script>', ['gpt-4o calls code']],
    ['a.html', '<script>x()</SCRIPT><p>gpt-4o</p>', ['gpt-4o mentions code']],
    ['a.html', '<script src="x"/><p>gpt-4o</p>', ['gpt-4o mentions code']],
    [
      'a.svelte',
      '<Chat model=gpt-4o />\n<Chat model={"gpt-4o-mini"} />\n',
      ['gpt-4o calls code', 'gpt-4o-mini calls code'],
    ],
    [
      'a.vue',
      "<Chat :model=\"cheap ? 'gpt-4o-mini' : 'gpt-4o'\" />\n",
      ['gpt-4o-mini calls code', 'gpt-4o calls code'],
    ],
  ])('of %s: %s', (path, text, expected) => expect(found(text, path)).toEqual(expected));
});

describe('an expression of a gateway policy', () => {
  const BODY = '@{ var b = context.Request.Body.As<JObject>(); b["model"] = "gpt-4o"; return b.ToString(); }';
  const ESCAPED = BODY.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

  it.each([
    ['as it is', `<set-body>${BODY}</set-body>`],
    ['escaped', `<set-body>${ESCAPED}</set-body>`],
    ['over lines', `<set-body>\n  ${BODY.replaceAll('; ', ';\n')}\n</set-body>`],
    ['in an attribute', `<set-variable name="body" value="${BODY}" />`],
    ['with a bracket in a string', `<set-body>${BODY.replace('"gpt', '"{"; b["model"] = "gpt')}</set-body>`],
  ])('is code, %s', (_, policy) => {
    const text = `<policies><inbound>${policy}<set-header name="x" /></inbound></policies>`;
    expect(found(text, 'policy.xml')).toEqual(['gpt-4o calls code']);
  });

  it('that stays open, or none, leaves the rest as it is', () => {
    expect(found('<a><b>@{ x</b><model>gpt-4o</model></a>', 'a.xml')).toEqual(['gpt-4o calls config']);
    expect(found('<a><b>@model</b><model>gpt-4o</model></a>', 'a.xml')).toEqual(['gpt-4o calls config']);
    expect(found('<p>@{ x</p><script>ask({ model: "gpt-4o" });</script>', 'a.html')).toEqual([
      'gpt-4o calls code',
    ]);
  });
});

describe('what is told of markup', () => {
  it.each([
    ['xml', '<m>gpt-4o</m>\n', ['gpt-4o m']],
    ['xml', '<m a="gpt-4o">x</m>\n', ['gpt-4o a<m', 'x m']],
    ['xml', '<a><m>gpt-4o</m></a>\n', ['gpt-4o m<a']],
    ['xml', '<!-- gpt-4o -->\n', ['"<!-- gpt-4o -->" comment']],
    ['xml', '<m><![CDATA[gpt-4o]]></m>\n', ['gpt-4o m']],
    ['xml', '<entry key="m">gpt-4o</entry>\n', ['m key<entry', 'gpt-4o entry']],
    ['xml', '<add key="m" value="gpt-4o"/>\n', ['m key<add', 'gpt-4o value<add']],
    ['xml', '<m>We use gpt-4o.</m>\n', ['"We use gpt-4o." prose']],
    ['html', '<script>m = "gpt-4o"</script>\n', ['m := gpt-4o', 'gpt-4o m']],
    ['html', '<option value="gpt-4o">GPT</option>\n', ['gpt-4o value<option', 'GPT']],
  ])('%s: %j', (language, text, told) => expect(toldOf(text, language)).toEqual(told));
});
