import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { isOfTypes, isRequest, requestedModels } from '../../../src/core/detect/requests';

function requested(text: string): readonly string[] {
  return requestedModels(text, new Brackets(text)).map(({ range }) => text.slice(range.start, range.end));
}

describe('the models of requests that are no plain texts', () => {
  it.each([
    ['client.chat.completions.create(model=MODEL, messages=[])', ['MODEL']],
    ['await client.messages.create({ model: config.model, max_tokens: 5 })', ['config.model']],
    ['client.responses.create({ model, input })', ['model']],
    ['client.models.generate_content(contents=x, model=pick(a, b))', ['pick(a, b)']],
    ['client.models.generateContentStream({ model: this.model })', ['this.model']],
    ['mistral.chat.complete(model=settings.vision_model)', ['settings.vision_model']],
    ['await mistral.chat.stream({ model: NAME, messages })', ['NAME']],
    ['client.chat.stream_async(model=NAME)', ['NAME']],
    ['litellm.acompletion(model=f"openai/{name}")', ['f"openai/{name}"']],
    [
      'client.embeddings.create(\n  model=settings.embedding_model,\n  input=x,\n)',
      ['settings.embedding_model'],
    ],
    ['client.images.generate(model=a if b else c)', ['a if b else c']],
    ['client.audio.speech.create(model=os.environ["M"])', ['os.environ["M"]']],
    ['var chat = client.GetChatClient(Models.Chat);', ['Models.Chat']],
    ['client.getChatCompletions(deployment, options);', ['deployment']],
    ['azopenai.ChatCompletionsOptions{DeploymentName: to.Ptr(chat)}', ['to.Ptr(chat)']],
    ['openai.ChatCompletionRequest{\n\tModel: models.Chat,\n}', ['models.Chat']],
    ['new ConverseCommand({ modelId: ID, messages })', ['ID']],
    ['client.converse(r -> r.modelId(モデル).messages(m));', ['モデル']],
    ['client.invokeModel((b) -> { b.modelId(given); });', ['given']],
    ['ConverseStreamRequest.builder()\n    .modelId(Models.NOVA)', ['Models.NOVA']],
    ['client.converse().model_id(ID).send()', ['ID']],
    ['client.chat.completions.create(model=A)\nclient.chat.completions.create(model=B)', ['A', 'B']],
  ])('%s: %j', (text, found) => expect(requested(text)).toEqual(found));

  it.each([
    'client.chat.completions.create(model="gpt-4o")',
    "client.chat.completions.create({ model: 'gpt-4o' })",
    'client.chat.completions.create(messages=[])',
    'client.chat.completions.create(a.model)',
    'client.chat.completions.create(model==MODEL)',
    'client.orders.create(model=MODEL)',
    'client.chat.completions.list(model=MODEL)',
    'client.GetChatClient("gpt-4o");',
    'client.converse(r -> r.modelId("amazon.nova-pro-v1:0"));',
    'client.converse(r -> r.messages(m)); Row.builder().modelId(id);',
    'Settings.builder().modelId(id);',
    'planner.getChatCompletions(messages);',
    '// client.GetChatClient(Models.Chat);',
    '# client.chat.completions.create(model=MODEL)',
    '// client.chat.completions.create({ model: MODEL })',
    'client.chat.completions.create(messages=x); y(model=MODEL)',
  ])('are none in %s', (text) => expect(requested(text)).toEqual([]));

  it('are looked for so far behind the bracket', () => {
    const far = (gap: number): string =>
      `client.chat.completions.create(x="${'y'.repeat(gap)}", model=MODEL)`;
    expect(requested(far(1_400))).toEqual(['MODEL']);
    expect(requested(far(1_500))).toEqual([]);
  });

  it.each([
    ['azure(NAMES[k])', ['azure: NAMES[k]']],
    ['this.azure.chat(name, { a: 1 })', ['this.azure.chat: name']],
    ['x.map((one) => azure( one ))', ['azure: one']],
    ['azure("gpt-4o")', []],
    ['azure.tools(name)', []],
    ['other(name)', []],
    ['x.azure(name)', []],
    ['// azure(name)', []],
  ])('are what a factory of the text makes models from: %s', (text, found) => {
    const made = requestedModels(text, new Brackets(text), new Map([['azure', '@ai-sdk/azure']]));
    expect(
      made.map(({ range, site: { call } }) => `${call?.callee}: ${text.slice(range.start, range.end)}`),
    ).toEqual(found);
    expect(new Set(made.map(({ site: { call } }) => call?.module)).has(undefined)).toBe(false);
  });

  it('are told in their order, so many and so long', () => {
    const text = 'c.GetChatClient(A);\nc.messages.create({ model: B });\nc.GetChatClient(C);\n';
    expect(requested(text)).toEqual(['A', 'B', 'C']);
    expect(requested('c.messages.create({ model: B });\n'.repeat(201))).toHaveLength(200);
    expect(requested('c.GetChatClient(A);\n'.repeat(201))).toHaveLength(200);
    expect(requested(`c.messages.create({ model: ${'m'.repeat(200)} });`)[0]).toHaveLength(160);
    expect(requested('c.messages.create({ model: A\n, x: 1 });')).toEqual(['A']);
    expect(requested('c.messages.create({ model: A\n  ...x });')).toEqual(['A']);
  });

  it('say which call they are an argument of', () => {
    const text = 'client.chat.completions.create(model=MODEL)';
    const [found] = requestedModels(text, new Brackets(text));
    expect(found?.site).toMatchObject({ key: 'model', call: { argument: 0 } });
    expect(found?.site.call?.callee).toMatch(/completions\.create$/);
  });
});

describe('a call', () => {
  it.each([
    ['client.messages.create', true],
    ['litellm.acompletion', true],
    ['client.orders.create', false],
    ['client.messages.createAll', false],
  ])('%s is a request: %s', (callee, is) => expect(isRequest(callee)).toBe(is));

  it.each([
    ['client.GetChatClient', true],
    ['client.getChatCompletionsStream', true],
    ['client.getEmbeddings', true],
    ['openai.ChatCompletionRequest', true],
    ['azopenai.EmbeddingsOptions', true],
    ['client.GetClient', false],
    ['client.GetChatClients', false],
    ['client.getEmbeddingsOf.x', false],
    ['my.openai.ChatCompletionRequest', false],
    ['openai.create', false],
  ])('%s is of the clients of languages with types: %s', (callee, is) => expect(isOfTypes(callee)).toBe(is));
});
