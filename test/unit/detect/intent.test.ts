import { describe, expect, it } from 'vitest';
import { atLeast, confidenceOf, intentOf, lastName, type Strength } from '../../../src/core/detect/intent';
import type { Site } from '../../../src/core/detect/site';
import { detect } from './marked';

describe('how sure a name is', () => {
  it.each([
    [
      'a known name in running text is not certain',
      'We compared it with openai/whisper-large-v3.\n',
      'a.md',
      'medium',
    ],
    ['nor is it in a text without marks', 'We compared openai/whisper-large-v3.\n', 'a.txt', 'medium'],
    ['nor in a comment', '# openai/whisper-large-v3 was tried\nx = 1\n', 'a.py', 'medium'],
    ['a known name as a value is', 'x = "openai/whisper-large-v3"\n', 'a.py', 'high'],
    ['so is any name that is loaded', 'AutoModel.from_pretrained("acme/nobody-knows")\n', 'a.py', 'high'],
  ])('%s', (_, text, path, confidence) => {
    expect(detect(text, path).references.map((found) => found.confidence)).toEqual([confidence]);
  });
});

const SITE: Site = { lexical: 'string', where: 'code', key: '', parents: [], group: 0 };

/** How strongly a place says that a model is named there, and of which registry. */
function strength(site: Partial<Site>): string {
  const { strength: found, excluded, registry } = intentOf({ ...SITE, ...site });
  return [excluded ? 'excluded' : found, registry].filter((one) => one !== undefined).join(' ');
}

const called = (callee: string, argument = 0, key = ''): string =>
  strength({ call: { callee, argument }, key });

describe('how strongly a place says that a model is named there', () => {
  it.each<readonly [Partial<Site>, string]>([
    [{ key: 'model' }, 'model'],
    [{ key: 'groq_model' }, 'model groq'],
    [{ key: 'model', parents: ['groq'] }, 'model groq'],
    [{ key: 'model', parents: ['x', 'groq'] }, 'model groq'],
    [{ parents: ['models'] }, 'model'],
    [{ key: 'name' }, 'value'],
    [{ key: 'name', where: 'config' }, 'loose'],
    [{ key: 'flavor' }, 'value'],
    [{ key: 'model_type' }, 'loose'],
    [{ key: 'dataset' }, 'excluded'],
    [{ key: 'image' }, 'excluded'],
    [{ key: 'license' }, 'excluded'],
    [{}, 'value'],
    // A key in running text may be a word with a colon behind it.
    [{ key: 'model', lexical: 'prose' }, 'value'],
    [{ key: 'model', lexical: 'comment' }, 'value'],
    [{ key: 'model', lexical: 'prose', isPair: true }, 'model'],
    [{ key: '--model', lexical: 'prose' }, 'model'],
    [{ key: 'name', lexical: 'prose' }, 'text'],
    [{ lexical: 'comment' }, 'text'],
    [{ lexical: 'span' }, 'value'],
    [{ operand: { registry: 'ollama', role: 'loads', evidence: 'command:ollama pull' } }, 'loader ollama'],
    // What a call comes to is no word on what it is given.
    [{ parents: ['images'], call: { callee: 'ImageClient', argument: 0 } }, 'loose'],
    [{ parents: ['images'], call: { callee: 'f', argument: 0 }, where: 'config' }, 'excluded'],
    [{ key: 'image', call: { callee: 'f', argument: 0 } }, 'excluded'],
  ])('%j: %s', (site, found) => expect(strength(site)).toBe(found));

  it.each([
    ['AutoModel.from_pretrained', 0, '', 'loader huggingface'],
    ['AutoModel.from_pretrained', 0, 'torch_dtype', 'loose'],
    ['load_dataset', 0, '', 'excluded'],
    ['datasets.load_dataset', 0, 'path', 'excluded'],
    ['model.push_to_hub', 0, '', 'excluded'],
    ['model.save_pretrained', 0, '', 'excluded'],
    ['os.path.join', 1, '', 'loose'],
    ['open', 0, '', 'loose'],
    // What is looked for in a name need not be one.
    ['name.startsWith', 0, '', 'loose'],
    ['name.includes', 0, '', 'loose'],
    ['strings.HasPrefix', 1, '', 'loose'],
    // An action, an event, a channel, a route or a sentence is named, and what an event is about comes after it.
    ['createAsyncThunk', 0, '', 'loose'],
    ['toolkit.createAction', 0, '', 'loose'],
    ['this.$store.dispatch', 0, '', 'loose'],
    ['ipcRenderer.invoke', 0, '', 'loose'],
    ['useTranslations', 0, '', 'loose'],
    ['i18n.t', 0, '', 'loose'],
    ['router.push', 0, '', 'loose'],
    ['client.subscribe', 0, '', 'loose'],
    ['emit', 0, '', 'loose'],
    ['emit', 1, '', 'value'],
    ['models.push', 0, '', 'value'],
    ['modelStore.push', 0, '', 'value'],
    ['runner.dispatch', 0, '', 'value'],
    ['client.invoke', 0, '', 'value'],
    ['torch.hub.load', 0, '', 'excluded'],
    ['InformationRetrievalEvaluator', 1, 'name', 'excluded'],
    ['InformationRetrievalEvaluator', 1, 'model', 'model'],
    // Matchers of tests have the name of an import.
    ['include', 0, '', 'excluded'],
    ['include', 0, 'model', 'model'],
    ['openai', 0, '', 'model openai'],
    ['groq.transcription', 0, '', 'model groq'],
    ['this.groq', 0, '', 'model groq'],
    ['client.groq', 0, '', 'value'],
    ['openai', 1, '', 'value'],
    ['builder.modelName', 0, '', 'model'],
    ['withModel', 0, '', 'model'],
    ['withModel', 1, '', 'value'],
    ['findModel', 0, '', 'value'],
    ['deleteModel', 0, '', 'value'],
    ['print', 0, '', 'value'],
  ])('%s takes at %i %s: %s', (callee, argument, key, found) =>
    expect(called(callee, argument, key).replace(/^value \w+$/, 'value')).toBe(found),
  );

  it('is more or less than another', () => {
    const order: readonly Strength[] = ['text', 'loose', 'value', 'model', 'loader'];
    for (const [rank, one] of order.entries())
      expect(order.filter((other) => atLeast({ ...intentOf(SITE), strength: one }, other))).toEqual(
        order.slice(0, rank + 1),
      );
  });
});

describe('how sure a reference is by the strength of its place', () => {
  it.each([
    ['loader', true, 'high'],
    ['loader', false, 'high'],
    ['model', true, 'high'],
    ['model', false, 'medium'],
    ['value', true, 'high'],
    ['value', false, 'medium'],
    ['loose', true, 'high'],
    ['loose', false, 'low'],
    ['text', true, 'medium'],
    ['text', false, 'low'],
  ] as const)('%s, known: %s: %s', (found, known, confidence) =>
    expect(confidenceOf({ ...intentOf(SITE), strength: found }, known)).toBe(confidence),
  );
});

it.each([
  ['client.chat.completions.create', 'create'],
  ['Model::load', 'load'],
  ['load', 'load'],
  ['', ''],
])('the last name of %s is %s', (callee, name) => expect(lastName(callee)).toBe(name));
