import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const roles = (path: string, text: string): readonly string[] =>
  detect(text, path).references.map(({ role }) => role);

const JSON_TEXT = '{ "chat": { "model": "gpt-4o" } }\n';

describe('a name in a file of translations', () => {
  it.each([
    ['src/i18n/locales/de.json', JSON_TEXT],
    ['frontend/src/texts/languages/en.ts', "export const en = { model: 'gpt-4o' };\n"],
    ['locales/zh-CN/models.json', JSON_TEXT],
    ['config/locales/models.ja.yml', 'ja:\n  chat:\n    model: gpt-4o\n'],
    ['lib/l10n/app_pt.arb', JSON_TEXT],
    ['App/Localizable.xcstrings', JSON_TEXT],
    ['src/messages.fr.xlf', '<source model="gpt-4o">x</source>\n'],
    ['src/lang/de.ts', "import type { M } from './m';\nexport const de: M = { model: 'gpt-4o' };\n"],
    ['src/messages/it.ts', "export default defineMessages({ model: 'gpt-4o' });\n"],
    ['lib/l10n/messages_de.dart', "class De extends L { String get model => 'gpt-4o'; }\n"],
    ['locale/de.rb', "{ de: { model: 'gpt-4o' } }\n"],
    ['resources/lang/fr/ai.php', "<?php return ['model' => 'gpt-4o'];\n"],
    ['locales/de.json', '{"title": "gpt-4o", "prompt": "Frage"}\n'],
    ['locales/de.json', '{"model": "Modell gpt-4o", "prompt": "Frage"}\n'],
    ['locales/de.json', '{"model": "gpt-4o", "language": "Sprache"}\n'],
    ['locales/de.json', '{"a": {"model": "gpt-4o"}, "b": {"prompt": "Frage"}}\n'],
  ])('is what people read: %s', (path, text) => expect(roles(path, text)).toEqual(['mentions']));

  it.each(['src/i18n/config.json', 'languages/go.json', 'locales.json', 'src/de.json', 'messages/chat.json'])(
    'is no such file: %s',
    (path) => expect(roles(path, JSON_TEXT)).toEqual(['calls']),
  );

  it.each([
    [
      'src/langs/en.ts',
      "export const reply = (m) => client.chat.completions.create({ model: 'gpt-4o', messages: m });\n",
    ],
    [
      'src/messages/hi.py',
      'def hi(m):\n    return client.chat.completions.create(model="gpt-4o", messages=m)\n',
    ],
    [
      'src/messages/by-id.ts',
      'import { openai } from "@ai-sdk/openai";\nexport const reply = (p) => generateText({ model: openai("gpt-4o"), prompt: p });\n',
    ],
    [
      'src/languages/it.ts',
      'import { openai } from "@ai-sdk/openai";\nexport const reply = (p) => generateText({ model: openai("gpt-4o"), prompt: p });\n',
    ],
    [
      'app/messages/reply_id.py',
      'from acme import ask\nCHAT_MODEL = "gpt-4o"\ndef reply(m):\n    return ask(CHAT_MODEL, m)\n',
    ],
    ['app/messages/user_id.py', 'CFG = {"model": "gpt-4o"}\ndef reply(m):\n    return ask(CFG, m)\n'],
    ['src/messages/by-id.ts', 'export const MODEL = "gpt-4o";\n'],
    ['src/lang/el.ts', 'const cfg = { model: "gpt-4o" };\nexport const el = async (m) => ask(cfg, m);\n'],
    ['languages/de.yaml', 'provider: openai\nmodel: gpt-4o\n'],
    [
      'src/languages/de.ts',
      'export default {\n  locale: "de",\n  model: "gpt-4o",\n  greeting: "Hallo",\n};\n',
    ],
    ['config/languages/de.json', '{"locale": "de", "model": "gpt-4o", "greeting": "Hallo"}\n'],
    ['config/locales/de.yaml', 'de:\n  llm:\n    model: gpt-4o\n    temperature: 0.2\n'],
    ['languages/de.yaml', 'model: gpt-4o\nsystem_prompt: Du bist\n'],
    ['app/languages/de.py', 'CONFIG = {"model": "gpt-4o", "prompt": "Du bist"}\n'],
    ['messages/no.yaml', 'model: gpt-4o # small\nprompt: refuse\n'],
  ])('is asked for where the file asks: %s', (path, text) => expect(roles(path, text)).toEqual(['calls']));

  it('is loaded where a loader of code takes it', () =>
    expect(roles('langs/en.py', 'm = AutoModel.from_pretrained("google-bert/bert-base-uncased")\n')).toEqual([
      'loads',
    ]));

  const android = (attributes: string): string =>
    `<resources>\n  <string ${attributes}>gpt-4o-mini-tts</string>\n</resources>\n`;

  it.each([
    ['app/src/main/res/values/strings.xml', android('name="tts_model_placeholder_openai"')],
    ['app/src/main/res/values/strings.xml', android('name="default_model_hint"')],
    ['src/messages_de.properties', 'voice.title=gpt-4o-mini-tts\n'],
    ['src/messages.properties', 'ai.model.message=gpt-4o-mini-tts\n'],
    ['src/messages.properties', 'openai.model.label=gpt-4o-mini-tts\n'],
    ['app/src/main/res/values/strings.xml', android('name="chat_model_summary"')],
    ['app/src/main/res/values/strings.xml', android('name="voice_hint_2"')],
    ['app/src/main/res/values/strings.xml', android('name="assistant_model_label"')],
    ['src/messages.properties', 'voice.error=No gpt-4o-mini-tts here\n'],
    ['Resources.resx', '<root><data name="ModelLabel"><value>gpt-4o-mini-tts</value></data></root>\n'],
  ])('is what people read in the language of the program: %s %s', (path, text) =>
    expect(roles(path, text)).toEqual(['mentions']),
  );

  it.each([
    ['app/src/main/res/values/strings.xml', android('name="default_model"')],
    ['app/src/main/res/values/strings.xml', android('name="tts_model"')],
    ['app/src/main/res/values/strings.xml', android('name="tts_voice" translatable="false"')],
    ['app/src/main/res/values/config.xml', android('name="tts_voice"')],
    ['Resources.resx', '<root><data name="DefaultModel"><value>gpt-4o-mini-tts</value></data></root>\n'],
    ['src/messages.properties', 'tts.model=gpt-4o-mini-tts\n'],
    ['src/messages.properties', 'ai.message.model=gpt-4o-mini-tts\n'],
    ['src/messages.properties', 'ai.chat.llm=gpt-4o-mini-tts\n'],
    ['src/messages.properties', 'openai.summary=gpt-4o-mini-tts\n'],
    ['config/labels.properties', 'openai.message=gpt-4o-mini-tts\n'],
    ['app/src/main/res/values/strings.xml', android('name="summary_model"')],
    ['app/src/main/res/values/strings.xml', android('name="text_model"')],
    ['app/src/main/res/values/strings.xml', android('name="llm"')],
    ['app/src/main/res/values/strings.xml', android('name="openai_chat_large"')],
    ['Resources.resx', '<root><data name="SummaryModelName"><value>gpt-4o-mini-tts</value></data></root>\n'],
    ['Resources.resx', '<root><data name="VoiceName"><value>gpt-4o-mini-tts</value></data></root>\n'],
    ['app/src/main/res/values/strings.xml', android('name="assistant"')],
    ['app/src/main/res/values/strings.xml', android('name="chat_default_text_size"')],
    ['app/src/main/res/values/strings.xml', android('name="bot"')],
    ['app/src/main/res/values/strings.xml', android('name="gpt_version"')],
    ['app/src/main/res/values/strings.xml', android('name="vision"')],
    ['app/src/main/res/values/strings.xml', android('name="assistant_error"')],
    ['src/messages.properties', 'ai.assistant=gpt-4o-mini-tts\n'],
    ['Resources.resx', '<root><data name="AiVersion"><value>gpt-4o-mini-tts</value></data></root>\n'],
    ['src/application.properties', 'voice.title=gpt-4o-mini-tts\n'],
  ])('is a setting that programs keep among these: %s %s', (path, text) =>
    expect(roles(path, text)).toEqual(['calls']),
  );
});
