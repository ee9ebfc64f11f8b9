import { describe, expect, it } from 'vitest';
import { detect } from './marked';

/** What a text does with each name, in its order. */
function rolesOf(text: string, path: string): readonly string[] {
  return detect(text, path).references.map(({ role, host }) => (role === 'calls' ? `calls ${host}` : role));
}

const OPENAI = 'from openai import OpenAI\nc = OpenAI()\n';
const ENUM = 'class Llm(str, Enum):\n    TRIAGE = "gpt-4-1106-preview"\n    SPARE = "gpt-4-0314"\n';
const TRIAGE_ALONE = ['calls openai', 'lists'];

describe('members of types that clients ask for', () => {
  it.each(['Llm.TRIAGE', 'Llm.TRIAGE.value', 'str(Llm.TRIAGE)'])('by their names in Python: %s', (given) => {
    const call = `c.chat.completions.create(model=${given}, messages=[])\n`;
    expect(rolesOf(OPENAI + ENUM + call, 'a.py')).toEqual(TRIAGE_ALONE);
  });

  it.each([
    ['x = Llm.TRIAGE\ny = x\nz = y\n', TRIAGE_ALONE],
    ['w = Llm.TRIAGE\nx = w\ny = x\nz = y\n', ['lists', 'lists']],
  ])('through three variables at most: %j', (variables, roles) => {
    const call = 'c.chat.completions.create(model=z, messages=[])\n';
    expect(rolesOf(OPENAI + ENUM + variables + call, 'a.py')).toEqual(roles);
  });

  it.each([
    [
      'a.ts',
      'import OpenAI from "openai";\nenum Llm { Triage = "gpt-4-1106-preview", Spare = "gpt-4-0314", Old = "gpt-4-0613" }\nconst c = new OpenAI();\nconst tier = long ? Llm.Triage : Llm.Spare;\nc.chat.completions.create({ model: tier, messages: [] });\n',
    ],
    [
      'a.py',
      `${OPENAI}${ENUM}    OLD = "gpt-4-0613"\ntier = Llm.TRIAGE if long else Llm.SPARE\nc.chat.completions.create(model=tier.value)\n`,
    ],
    [
      'a.kt',
      'enum class Llm(val id: String) { TRIAGE("gpt-4-1106-preview"), SPARE("gpt-4-0314"), OLD("gpt-4-0613") }\nval tier = if (long) Llm.TRIAGE else Llm.SPARE\nval r = ChatCompletionRequest(model = ModelId(tier.id), messages = listOf())\n',
    ],
    [
      'A.java',
      'class A {\n  enum Llm { TRIAGE("gpt-4-1106-preview"), SPARE("gpt-4-0314"), OLD("gpt-4-0613"); }\n  Object f() {\n    Llm tier = n > 4 ? Llm.TRIAGE : Llm.SPARE;\n    return Params.builder().model(tier.model).build();\n  }\n}\n',
    ],
  ])('each that a condition gives a variable, in %s', (path, text) => {
    expect(rolesOf(text, path)).toEqual(['calls openai', 'calls openai', 'lists']);
  });

  it.each([
    ['a.swift', 'static var best: Llm { .triage }'],
    ['a.swift', 'static var best: Llm { return Llm.triage }'],
    ['a.swift', 'static let best = Llm.triage'],
  ])('through a property that gives one of them: %s %s', (path, property) => {
    const cases = '  case triage = "gpt-4-1106-preview"\n  case spare = "gpt-4-0314"\n';
    const type = `enum Llm: String {\n${cases}  ${property}\n}\n`;
    const use = 'let r = Request(model: Llm.best.rawValue, messages: [])\n';
    expect(rolesOf(type + use, path)).toEqual(TRIAGE_ALONE);
    expect(rolesOf(type + use.replace('best', 'other'), path)).toEqual(['lists', 'lists']);
  });

  it('through a property of Kotlin that gives one of them', () => {
    const type =
      'enum class Llm(val id: String) {\n  TRIAGE("gpt-4-1106-preview"),\n  SPARE("gpt-4-0314");\n' +
      '  companion object { val best get() = Llm.TRIAGE }\n}\n';
    const use = 'val r = Request.builder().model(Llm.best.id).build()\n';
    expect(rolesOf(type + use, 'a.kt')).toEqual(TRIAGE_ALONE);
  });

  it("of Ollama's library, which the project's own machine loads", () => {
    const text =
      'import aisuite as ai\nclient = ai.Client()\n' +
      'ollama_llama3 = "ollama:llama3:latest"\nollama_gemma = "ollama:gemma:latest"\nprint(ollama_llama3)\n' +
      'r = client.chat.completions.create(model=ollama_gemma, messages=[])\n';
    expect(rolesOf(text, 'a.py')).toEqual(['lists', 'loads']);
  });

  it('through a field whose type says what the member is of', () => {
    const text =
      'enum Llm: String {\n    case triage = "gpt-4-1106-preview"\n    case spare = "gpt-4-0314"\n}\n' +
      'struct Client {\n    var model: Llm = .triage\n    func send() throws -> Data {\n' +
      '        try JSONSerialization.data(withJSONObject: ["model": model.rawValue, "messages": []])\n    }\n}\n';
    expect(rolesOf(text, 'a.swift')).toEqual(TRIAGE_ALONE);
  });

  it('through a variable', () => {
    const call = `def f():\n    model = Llm.TRIAGE\n    return c.chat.completions.create(model=model.value, messages=[])\n`;
    expect(rolesOf(OPENAI + ENUM + call, 'a.py')).toEqual(TRIAGE_ALONE);
  });

  it.each([
    [
      'a.ts',
      'import OpenAI from "openai";\nenum Llm { Triage = "gpt-4-1106-preview", Spare = "gpt-4-0314" }\nconst c = new OpenAI();\nc.chat.completions.create({ model: Llm.Triage, messages: [] });\n',
    ],
    [
      'A.java',
      'class A {\n  enum Llm { TRIAGE("gpt-4-1106-preview"), SPARE("gpt-4-0314"); }\n  Object f() { return Params.builder().model(Llm.TRIAGE.getId()).build(); }\n}\n',
    ],
    [
      'a.kt',
      'enum class Llm(val id: String) { TRIAGE("gpt-4-1106-preview"), SPARE("gpt-4-0314") }\nfun f(ai: OpenAI) = ai.chatCompletion(ChatCompletionRequest(model = ModelId(Llm.TRIAGE.id), messages = listOf()))\n',
    ],
    [
      'a.rs',
      'impl Llm {\n    fn id(&self) -> &str { match self { Llm::Triage => "gpt-4-1106-preview", Llm::Spare => "gpt-4-0314" } }\n}\nfn f() { Args::default().model(Llm::Triage.id()).build(); }\n',
    ],
    [
      'a.swift',
      'enum Llm: String { case triage = "gpt-4-1106-preview", spare = "gpt-4-0314" }\nfunc f(ai: OpenAI) { ai.chats(query: ChatQuery(messages: [], model: Llm.triage.rawValue)) }\n',
    ],
    [
      'a.php',
      "<?php\nenum Llm: string { case Triage = 'gpt-4-1106-preview'; case Spare = 'gpt-4-0314'; }\n$client->chat()->create(['model' => Llm::Triage->value, 'messages' => []]);\n",
    ],
    [
      'a.dart',
      "enum Llm { triage('gpt-4-1106-preview'), spare('gpt-4-0314'); const Llm(this.id); final String id; }\nf() => OpenAI.instance.chat.create(model: Llm.triage.id, messages: []);\n",
    ],
  ])('in other languages: %s', (path, text) => {
    expect(rolesOf(text, path)).toEqual(TRIAGE_ALONE);
  });

  it.each([
    [
      'a.py',
      'GPT_4_0613 = "gpt-4-0613"\nGPT_4O = "gpt-4o"\nOpenAI().chat.completions.create(model=GPT_4_0613)\n',
    ],
    [
      'b.py',
      'GPT_4_0613 = "gpt-4-0613"\nGPT_4O = "gpt-4o"\ndef f(model=GPT_4_0613): return c.chat.completions.create(model=model)\n',
    ],
    [
      'a.ts',
      'const gpt40613 = "gpt-4-0613";\nconst gpt4o = "gpt-4o";\nnew OpenAI().chat.completions.create({ model: gpt40613 });\n',
    ],
    [
      'A.java',
      'class A {\n  static final String GPT_4_0613 = "gpt-4-0613";\n  static final String GPT_4O = "gpt-4o";\n  Object f() { return Params.builder().model(GPT_4_0613).build(); }\n}\n',
    ],
    [
      'a.rb',
      'GPT_4_0613 = "gpt-4-0613"\nGPT_4O = "gpt-4o"\nclient.chat(parameters: { model: GPT_4_0613, messages: [] })\n',
    ],
    [
      'a.rs',
      'const GPT_4_0613: &str = "gpt-4-0613";\nconst GPT_4O: &str = "gpt-4o";\nfn f() { Args::default().model(GPT_4_0613).build(); }\n',
    ],
  ])('and constants that are called like their models: %s', (path, text) => {
    expect(rolesOf(text, path)).toEqual(TRIAGE_ALONE);
  });

  it.each([
    [
      'A.java',
      'class A {\n  enum Llm { TRIAGE("gpt-4-1106-preview"), SPARE("gpt-4-0314"); }\n  static Object f(Map<String, String> m, Llm llm) throws IOException {\n    return Params.builder().model(llm.id()).build();\n  }\n  Object g() { return f(Map.of(), Llm.TRIAGE); }\n}\n',
    ],
    [
      'a.ts',
      'enum Llm { Triage = "gpt-4-1106-preview", Spare = "gpt-4-0314" }\nclass A {\n  async f(llm: Llm): Promise<string> { return this.c.chat.complete({ model: llm }); }\n  g() { return this.f(Llm.Triage); }\n}\n',
    ],
  ])('through the parameter of a method that gets one, in %s', (path, text) => {
    expect(rolesOf(text, path)).toEqual(TRIAGE_ALONE);
  });

  it('but none through a parameter of which nothing is given', () => {
    const text =
      'class A {\n  enum Llm { TRIAGE("gpt-4-1106-preview"), SPARE("gpt-4-0314"); }\n  Object f(Llm llm) { return Params.builder().model(llm.id()).build(); }\n}\n';
    expect(rolesOf(text, 'A.java')).toEqual(['lists', 'lists']);
  });

  it('at the host of the first client that gets them', () => {
    const client = 'from openai import AzureOpenAI\nd = AzureOpenAI()\n';
    const call = (name: string): string => `${name}.chat.completions.create(model=Llm.TRIAGE, messages=[])\n`;
    const text = OPENAI + client + ENUM + call('d') + call('c');
    expect(rolesOf(text, 'a.py')).toEqual(['calls azure', 'lists']);
    expect(detect(text, 'a.py').references[0]?.why).toContainEqual({
      template: '{0} gets it from here',
      args: ['create'],
    });
  });

  it.each([
    'post(url, json={"model": Llm.TRIAGE, "messages": []})\n',
    'post(url, json = {"model": Llm.TRIAGE, "messages": []})\n',
    'post(url, {"model": Llm.TRIAGE, "messages": []})\n',
  ])('in a mapping that a call gets: %s', (use) => {
    expect(rolesOf(OPENAI + ENUM + use, 'a.py')).toEqual(TRIAGE_ALONE);
  });

  it.each([
    ['what is compared', 'def f(model): return model == Llm.TRIAGE\n'],
    ['a member of another type', 'c.chat.completions.create(model=Other.TRIAGE, messages=[])\n'],
    ['a table of prices', 'PRICES = [{ "model": Llm.TRIAGE, "price": 3 }]\n'],
    ['a setting outside of all brackets', 'model = Llm.TRIAGE\n'],
    ['a record that a call gets', 'log(1,Price{"model": Llm.TRIAGE})\n'],
    ['a value in the list of a call', 'log(1, [Price, {"model": Llm.TRIAGE}])\n'],
  ])('but not for %s', (_, use) => {
    expect(rolesOf(OPENAI + ENUM + use, 'a.py')).toEqual(['lists', 'lists']);
  });

  it.each([
    ['ABCD', ['lists', 'lists', 'lists', 'lists']],
    ['ABC', ['calls openai', 'calls openai', 'calls openai', 'lists']],
  ])('but not where more are given than one asks for: %s', (given, roles) => {
    const names = ['gpt-4-1106-preview', 'gpt-4-0314', 'gpt-4-0613', 'gpt-3.5-turbo-0125'];
    const members = names.map((name, at) => `  ${'ABCD'.charAt(at)}('${name}')`).join(',\n');
    const prices = [...given].map((name) => `  Price(model: Llm.${name}.id, input: 3),\n`).join('');
    const text = `enum Llm {\n${members};\n  const Llm(this.id);\n}\nfinal prices = [\n${prices}];\n`;
    expect(rolesOf(text, 'a.dart')).toEqual(roles);
  });

  it('but not a name of weights whose host nobody says', () => {
    const text =
      'class Llm(str, Enum):\n    A = "Qwen/Qwen2.5-7B-Instruct"\n    B = "meta-llama/Llama-3.1-8B"\ndef f(c): return c.run(model=Llm.A)\n';
    expect(rolesOf(text, 'a.py')).toEqual(['lists', 'lists']);
  });
});

describe('the names by which other files ask for a member', () => {
  it.each([
    ['a.py', ENUM, ['TRIAGE']],
    [
      'a.ts',
      'const LLM = { Triage: "gpt-4-1106-preview", Spare: "gpt-4-0314" } as const;\n',
      ['LLM', 'Triage'],
    ],
    ['A.java', 'enum Llm { TRIAGE("gpt-4-1106-preview"), SPARE("gpt-4-0314"); }\n', ['TRIAGE']],
    ['A.java', 'enum Llm { TRIAGE(1, "gpt-4-1106-preview"), SPARE(2, "gpt-4-0314"); }\n', undefined],
    ['a.swift', 'let all = ["gpt-4-1106-preview", "gpt-4-0314"]\n', ['all']],
  ])('in %s: %s', (path, text, names) => {
    expect(detect(text, path).references[0]?.keptAs).toEqual(names);
  });
});

describe('values of a type of Python', () => {
  const TYPE = 'Llm = Literal["gpt-4-1106-preview", "gpt-4-0314"]\n';
  const client = (field: string): string =>
    `${OPENAI}${TYPE}class A:\n    ${field}\n    def f(self):\n        return c.chat.completions.create(model=self.model, messages=[])\n`;

  it('are given to no variable that is only declared to be of it', () => {
    expect(rolesOf(client('model: Llm'), 'a.py')).toEqual(['lists', 'lists']);
    expect(rolesOf(client('model: Llm = "gpt-4"'), 'a.py')).toEqual(['lists', 'lists', 'calls openai']);
  });

  it('are those of a list that takes them out of it', () => {
    const text = `${OPENAI}${TYPE}c.chat.completions.create(model=get_args(Llm)[0], messages=[])\n`;
    expect(rolesOf(text, 'a.py')).toEqual(['calls openai', 'calls openai']);
  });
});
