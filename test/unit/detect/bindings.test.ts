import { describe, expect, it } from 'vitest';
import { composedText, namesIn } from '../../../src/core/detect/bindings';
import { detect } from './marked';

/** The id that the loader at `@` resolves to, `?` when it is chosen at run time. The mark itself is removed from the text. */
function resolved(marked: string, path = 'a.py', configValues?: ReadonlyMap<string, string>): string {
  const at = marked.indexOf('@');
  const text = marked.replace('@', '');
  const { uses, runtimeChoices } = detect(text, path, configValues && { configValues });
  const use = uses.find(({ range }) => range.start === at);
  if (use !== undefined) return use.id;
  return runtimeChoices.some(({ range }) => range.start === at) ? '?' : 'nothing';
}

describe('a model that a loader has made', () => {
  const BASE = 'from transformers import pipeline\nbase = AutoModelForCausalLM.from_pretrained("acme/one")\n';

  it.each([
    [`${BASE}pipeline("text-generation", model=@base)`, 'nothing'],
    [`${BASE.replace('base =', 'self.base =')}pipeline("text-generation", model=@self.base)`, 'nothing'],
    [`${BASE}p = PeftModel.from_pretrained(@base, "acme/lora")`, 'nothing'],
    ['p = PeftModel.from_pretrained(base, @adapter)', '?'],
    ['def f(path):\n    base = AutoModel.from_pretrained(@path)\n', '?'],
    [`${BASE}base = pick()\npipeline("text-generation", model=@base)`, '?'],
    ['from transformers import pipeline\npipeline("text-generation", model=@base)', '?'],
  ])('is chosen where it is loaded: %s', (text, id) => expect(resolved(text)).toBe(id));
});

describe('what a loader gets through a name', () => {
  it.each([
    ['a constant', 'MODEL = "acme/one"\nAutoModel.from_pretrained(@MODEL)', 'acme/one'],
    [
      'the nearest definition before',
      'm = "acme/one"\nm = "acme/two"\nAutoModel.from_pretrained(@m)\nm = "acme/three"',
      'acme/two',
    ],
    [
      'a default parameter',
      'def load(name="acme/one"):\n    return AutoModel.from_pretrained(@name)',
      'acme/one',
    ],
    [
      'a typed default',
      'def load(name: str | None = "acme/one"):\n    AutoModel.from_pretrained(@name)',
      'acme/one',
    ],
    [
      'argparse',
      'p.add_argument("--model_id", type=str, default="acme/one")\nAutoModel.from_pretrained(@args.model_id)',
      'acme/one',
    ],
    [
      'click',
      '@click.option("--ckpt", default="acme/one")\ndef f(ckpt): AutoModel.from_pretrained(@ckpt)'.replace(
        '@click',
        'click',
      ),
      'acme/one',
    ],
    [
      'a dataclass field',
      'class C:\n    checkpoint: str = field(default="acme/one")\nAutoModel.from_pretrained(@cfg.checkpoint)',
      'acme/one',
    ],
    [
      'a pydantic field',
      'class C(BaseModel):\n    checkpoint: str = Field("acme/one")\nAutoModel.from_pretrained(@self.cfg.checkpoint)',
      'acme/one',
    ],
    [
      'an entry of a dictionary',
      'M = {"chat": "acme/one", "embed": "acme/two"}\nAutoModel.from_pretrained(@M["embed"])',
      'acme/two',
    ],
    ['a template', 'ORG = "acme"\nAutoModel.from_pretrained(@f"{ORG}/tiny-bert")', 'acme/tiny-bert'],
    ['a concatenation', 'ORG = "acme"\nAutoModel.from_pretrained(@ORG + "/tiny-bert")', 'acme/tiny-bert'],
    ['another name', 'DEFAULT = "acme/one"\nname = DEFAULT\nAutoModel.from_pretrained(@name)', 'acme/one'],
    ['a choice', 'm = args.m or "acme/one"\nAutoModel.from_pretrained(@m)', 'acme/one'],
    ['a choice in single quotes', "m = args.m or 'acme/one'\nAutoModel.from_pretrained(@m)", 'acme/one'],
    ['a name of another function', 'm = pick("acme/one")\nAutoModel.from_pretrained(@m)', '?'],
    ['a key of a table', "m = x['acme/one']\nAutoModel.from_pretrained(@m)", '?'],
    ['a download', 'm = snapshot_download("acme/one")\nAutoModel.from_pretrained(@m)', 'acme/one'],
    [
      'what a caller passes',
      'def load(which):\n    AutoModel.from_pretrained(@which)\nload("acme/one")',
      'acme/one',
    ],
    [
      'what a caller passes second',
      'def load(self, a, which):\n    AutoModel.from_pretrained(@which)\nx.load(1, "acme/one")',
      'acme/one',
    ],
    [
      'a keyword of a caller',
      'def load(which):\n    AutoModel.from_pretrained(@which)\nload(which="acme/one")',
      'acme/one',
    ],
    [
      'an environment variable with its default',
      'M = os.getenv("MODEL_ID", "acme/one")\nAutoModel.from_pretrained(@M)',
      'acme/one',
    ],
    [
      'nothing that it is only compared with',
      'if model_id == "acme/one-7b":\n    pass\nAutoModel.from_pretrained(@model_id)',
      '?',
    ],
    ['nothing that is written', 'AutoModel.from_pretrained(@args.whatever)', '?'],
    [
      'what a class is made with',
      'class A:\n    def __init__(self, which):\n        AutoModel.from_pretrained(@which)\nA("acme/one")',
      'acme/one',
    ],
    [
      'where a download was put',
      'p = snapshot_download("acme/one")\nAutoModel.from_pretrained(@p)',
      'acme/one',
    ],
    [
      'no entry of a table that is looked up at run time',
      'T = {"a": "acme/one", "b": "acme/two"}\nAutoModel.from_pretrained(@T[kind])',
      '?',
    ],
    [
      'no entry of several under one key',
      'T = [{"model_name": "acme/one"}, {"model_name": "acme/two"}]\nAutoModel.from_pretrained(@model_name)',
      '?',
    ],
    [
      'no string of a block that a condition opens',
      'if args.model_path:\n    if "roberta" in x:\n        pass\nAutoModel.from_pretrained(@args.model_path)',
      '?',
    ],
    [
      'nothing behind a word of a message',
      'log(f"Loading model: {x.model}")\nif "qwen3-vl-2b" in x:\n    pass\nAutoModel.from_pretrained(@x.model)',
      '?',
    ],
    [
      'no key of a table',
      'T = load()\ndef f(model):\n    AutoModel.from_pretrained(@model)\nf(T["bert-base-uncased"])',
      '?',
    ],
    [
      'no other argument of the call that makes it',
      'p = optimize(save_dir="bge_opt_o4", level=4)\nAutoModel.from_pretrained(@p)',
      '?',
    ],
    [
      'no model that an object was made with',
      'class A:\n    def f(self, model): self.model = spacy.load(@model)\nclass B:\n    def g(self): self.model = spacy.load("en_core_sci_sm")',
      '?',
    ],
    ['a name through two others', 'd = "acme/one"\nc = d\nb = c\nAutoModel.from_pretrained(@b)', 'acme/one'],
    ['three', 'e = "acme/one"\nd = e\nc = d\nb = c\nAutoModel.from_pretrained(@b)', 'acme/one'],
    [
      'nothing through four',
      'f = "acme/one"\ne = f\nd = e\nc = d\nb = c\nAutoModel.from_pretrained(@b)',
      '?',
    ],
    [
      'the one value of several entries under one key',
      'T = [{"model_name": "acme/one"}, {"model_name": "acme/one"}]\nAutoModel.from_pretrained(@model_name)',
      'acme/one',
    ],
    [
      'the nearest of an entry and a variable',
      'model_name = "acme/one"\nT = {"model_name": "acme/two"}\nAutoModel.from_pretrained(@model_name)',
      'acme/two',
    ],
    ['what a name is given behind', 'm = f(m)\nAutoModel.from_pretrained(@m)\nm = "acme/one"', 'acme/one'],
    [
      'another value of the name that it is given',
      'm = args.x\nx = None\nx = "acme/one"\nAutoModel.from_pretrained(@m)',
      'acme/one',
    ],
    ['what it falls back to', 'M = "acme/one"\nAutoModel.from_pretrained(@m or M)', 'acme/one'],
    ['no argument of another call', 'm = pick("acme/one-7b")\nAutoModel.from_pretrained(@m)', '?'],
    ['no word of a sentence', 'm = "use acme/one-7b now"\nAutoModel.from_pretrained(@m)', '?'],
    ['no key that a table is read by', 'm = T["acme/one-7b"]\nAutoModel.from_pretrained(@m)', '?'],
    [
      'a template with a part that is written below',
      'AutoModel.from_pretrained(@f"acme/{size}")\nsize = "one-7b"',
      'acme/one-7b',
    ],
    [
      'no concatenation of what is not written',
      'AutoModel.from_pretrained(@ORG + "/" + size)\nsize = "one-7b"',
      '?',
    ],
    ['nothing in a circle', 'a = b\nb = a\nAutoModel.from_pretrained(@a)', '?'],
  ])('%s', (_, text, id) => expect(resolved(text)).toBe(id));

  it.each([
    ['a.ts', "const id = 'acme/one';\nawait pipeline('x', @id);", 'acme/one'],
    ['a.ts', "function load(id = 'acme/one') { return pipeline('x', @id); }", 'acme/one'],
    ['a.ts', 'const id = process.env.MODEL ?? "acme/one";\npipeline("x", @id);', 'acme/one'],
  ])('in %s', (path, text, id) => expect(resolved(text, path)).toBe(id));

  it('a key of a configuration file', () => {
    const values = new Map([['MODEL_ID', 'acme/one']]);
    expect(resolved('AutoModel.from_pretrained(@os.environ["MODEL_ID"])', 'a.py', values)).toBe('acme/one');
    expect(resolved('AutoModel.from_pretrained(@os.environ["MODEL_ID"])')).toBe('?');
    expect(resolved('m = os.environ["MODEL_ID"]\nAutoModel.from_pretrained(@m)', 'a.py', values)).toBe(
      'acme/one',
    );
    const written = 'MODEL_ID = "acme/two"\nAutoModel.from_pretrained(@os.environ["MODEL_ID"])';
    expect(resolved(written, 'a.py', values)).toBe('acme/two');
  });

  it.each([
    ['cfg.MODEL_ID', 'acme/one'],
    ["cfg['MODEL_ID']", 'acme/one'],
    ['my_settings.MODEL_ID', 'acme/one'],
    ['env!.MODEL_ID', 'acme/one'],
    ['other.MODEL_ID', '?'],
    ['MODEL_ID', '?'],
    ['OTHER_ID', '?'],
  ])('a key of one that is read by %s', (expression, id) => {
    const values = new Map([['MODEL_ID', 'acme/one']]);
    expect(resolved(`AutoModel.from_pretrained(@${expression})`, 'a.py', values)).toBe(id);
  });

  it('is told with the name that it was found by', () => {
    const values = new Map([['MODEL_ID', 'acme/one']]);
    const told = (text: string): string | undefined =>
      detect(text, 'a.py', { configValues: values }).uses[0]?.evidence[0];
    expect(told('AutoModel.from_pretrained(os.environ["MODEL_ID"])')).toBe('config:MODEL_ID');
    expect(told('M = "acme/one"\nAutoModel.from_pretrained(M)')).toBe('constant:M');
    expect(told('O = "acme"\nAutoModel.from_pretrained(f"{O}/one")')).toBe('template');
  });

  it('has the revision that its definition names', () => {
    const [use] = detect('M = "acme/one-7b@abc"\nAutoModel.from_pretrained(M)', 'a.py').uses;
    expect([use?.id, use?.revision?.value]).toEqual(['acme/one-7b', 'abc']);
  });
});

it('a loader that gets a name decides whose the model is, whatever client the text makes', () => {
  const text =
    'use async_openai::{config::OpenAIConfig, Client};\nconst MODEL_ID: &str = "acme/thing-7b";\nfn load() {\n  let c = Client::with_config(OpenAIConfig::new());\n  let r = api.repo(Repo::new(MODEL_ID.to_string(), RepoType::Model));\n}\n';
  const [reference] = detect(text, 'a.rs').references;
  expect([reference?.role, reference?.host]).toEqual(['loads', 'self']);
});

describe('a use', () => {
  const text = 'NAME = "acme/one"\nAutoModel.from_pretrained(NAME)\n';
  const { references, uses } = detect(text, 'a.py');

  it('is kept apart from the place that names the model', () => {
    expect(references.map((reference) => reference.text)).toEqual(['acme/one']);
    expect(uses.map((use) => use.text)).toEqual(['NAME']);
  });

  it("points at its definition and has the loader's role", () => {
    expect(uses[0]?.definedAt).toEqual(references[0]?.range);
    expect(uses[0]).toMatchObject({ id: 'acme/one', role: 'loads', registry: 'huggingface' });
  });

  it('is of what has just its name, and of another spelling only where nothing has', () => {
    const of = (name: string): unknown =>
      detect(
        `${name} = "acme/one"\nother = {"model": "acme/two"}\nAutoModel.from_pretrained(MODEL)\n`,
        'a.py',
      ).uses[0]?.id;
    expect(of('MODEL')).toBe('acme/one');
    expect(of('OTHER')).toBe('acme/two');
  });

  it('is none of the encoding that something is written in', () => {
    const text =
      'const name = bytes.toString("base64");\nconst model = await AutoModel.from_pretrained(name);\n';
    expect(detect(text, 'a.ts').references).toEqual([]);
    expect(detect(text.replace('bytes.toString("base64")', '"acme/one"'), 'a.ts').references).toHaveLength(1);
  });

  it('makes its definition a reference, though nothing else does', () => {
    expect(detect('NAME = "acme/one"\n', 'a.py').references).toEqual([]);
  });
});

describe('choices at run time', () => {
  it('tell the loader and the expression', () => {
    expect(detect('m = SentenceTransformer(cfg["embedder"])', 'a.py').runtimeChoices).toMatchObject([
      { range: { start: 24, end: 39 }, loader: 'SentenceTransformer', expression: 'cfg["embedder"]' },
    ]);
  });

  it('are no declarations, clients without a model, forwarded arguments or data sets', () => {
    const text =
      'def from_pretrained(cls, name): pass\nclient = OpenAI(api_key)\nsuper().from_pretrained(*args, **kwargs)\nhf_hub_download(repo_id=path, repo_type="dataset")\n';
    expect(detect(text, 'a.py').runtimeChoices).toEqual([]);
  });
});

describe('requests to services', () => {
  const chosenIn = (text: string, path = 'a.py'): readonly string[] =>
    detect(text, path).runtimeChoices.map(({ loader, expression }) => `${loader} ${expression}`);

  it.each<readonly [text: string, expected: string]>([
    [
      'r = client.chat.completions.create(messages=[], model=os.environ["LLM_MODEL"])',
      'client.chat.completions.create os.environ["LLM_MODEL"]',
    ],
    ['r = OpenAI().responses.create(model=pick(a, b))', '.responses.create pick(a, b)'],
    [
      'r = client.models.generate_content(\n    model=settings.model,\n)',
      'client.models.generate_content settings.model',
    ],
    ['r = litellm.acompletion(model=name, messages=m)', 'litellm.acompletion name'],
  ])('are chosen at run time where nothing names the model: %s', (text, expected) =>
    expect(chosenIn(text)).toEqual([expected]),
  );

  it('are read as properties of an object, in the short form too', () => {
    expect(chosenIn('client.messages.create({ model: env.M, x })', 'a.ts')).toEqual([
      'client.messages.create env.M',
    ]);
    expect(chosenIn('client.responses.create({ model, input })', 'a.ts')).toEqual([
      'client.responses.create model',
    ]);
  });

  it.each([
    'r = client.chat.completions.create(model="gpt-4o")',
    'r = client.chat.completions.create(model=os.environ.get("M", "gpt-4o"))',
    'M = "gpt-4o"\nr = client.chat.completions.create(model=M)',
    'M = os.environ.get("M", "gpt-4o")\nr = client.chat.completions.create(model=M)',
    'def ask(m="gpt-4o"):\n    return client.chat.completions.create(model=m)',
    '# r = client.chat.completions.create(model=m)',
    'r = client.messages.create(body=text, to=number)',
  ])('are not where the text names it, or nothing is asked of a model: %s', (text) =>
    expect(chosenIn(text)).toEqual([]),
  );

  it('are not where a configuration file names it', () => {
    const configValues = new Map([['LLM_MODEL', 'gpt-4o']]);
    const text = 'r = client.chat.completions.create(model=os.environ["LLM_MODEL"])';
    expect(detect(text, 'a.py', { configValues }).runtimeChoices).toEqual([]);
  });
});

describe('a name that is put together', () => {
  const told = (text: string, path = 'a.py'): readonly string[] => {
    const { references, runtimeChoices } = detect(text, path);
    return [
      ...references.map(({ id, role, range }) => `${id} ${role} ${text.slice(range.start, range.end)}`),
      ...runtimeChoices.map(({ expression }) => `? ${expression}`),
    ];
  };

  it.each([
    [
      'N = "8B"\nAutoModel.from_pretrained(f"meta-llama/Llama-3.1-{N}-Instruct")',
      'a.py',
      'meta-llama/Llama-3.1-8B-Instruct loads f"meta-llama/Llama-3.1-{N}-Instruct"',
    ],
    [
      'const n = "8B";\nawait AutoModel.from_pretrained(`meta-llama/Llama-3.1-${n}-Instruct`);',
      'a.ts',
      'meta-llama/Llama-3.1-8B-Instruct loads `meta-llama/Llama-3.1-${n}-Instruct`',
    ],
    [
      'O = "meta-llama"\nAutoModel.from_pretrained(f"{O}/Llama-3.1-8B-Instruct")',
      'a.py',
      'meta-llama/Llama-3.1-8B-Instruct loads f"{O}/Llama-3.1-8B-Instruct"',
    ],
  ])('of parts that the text writes is used there, for no place names it whole: %s', (text, path, expected) =>
    expect(told(text, path)).toEqual([expected]),
  );

  it('is not named twice where a part names the model', () => {
    const text = 'N = "bert-base-uncased"\nAutoModel.from_pretrained(f"google-bert/{N}")';
    expect(told(text)).toEqual(['bert-base-uncased loads bert-base-uncased']);
  });

  it('of which nothing is known is chosen when the program runs', () => {
    const text = 'O = "acme"\nAutoModel.from_pretrained(f"{O}/one")';
    expect(told(text)).toEqual(['? f"{O}/one"']);
  });

  it.each([
    ['AutoModel.from_pretrained(@)', '`acme/one-${v}`', 'a.ts'],
    ['AutoModel.from_pretrained(@)', '`${v}/one-7b`', 'a.ts'],
    ['AutoModel.from_pretrained(@)', '"acme/one-%s" % v', 'a.py'],
    ['AutoModel.from_pretrained(@)', '"acme/one-{}".format(v)', 'a.py'],
    ['client.chat.completions.create({ model: @ })', '`one-${v}`', 'a.ts'],
    ['client.chat.completions.create(model=@)', '"one-%s" % v', 'a.py'],
  ])('of parts that nobody knows is chosen when the program runs: %s of %s', (call, expression, path) =>
    expect(
      told(
        call.replace('@', () => expression),
        path,
      ),
    ).toEqual([`? ${expression}`]),
  );

  it.each([
    ['AutoModel.from_pretrained("./out/one")', 'a.py'],
    ['AutoModel.from_pretrained(`./out/one`)', 'a.ts'],
  ])('is none where it is written: %s', (text, path) => expect(told(text, path)).toEqual([]));
});

describe('namesIn', () => {
  it.each([
    ['args.model_id', ['model_id']],
    ['os.getenv("MODEL_ID")', ['MODEL_ID']],
    ['config["model"]', ['model']],
    ['MODELS[kind]', ['kind']],
    ['MODELS.get(kind, fallback)', ['fallback', 'kind']],
    ['MODELS["chat"]', ['chat', 'MODELS']],
    ['os.environ.get("MODEL_ID", DEFAULT)', ['MODEL_ID', 'DEFAULT']],
    ['a or b or c or d or e or g', ['g', 'e', 'd', 'c', 'b']],
    ['a or a', ['a']],
    ['pick(a)', []],
    ['await pick(a)', []],
    ['new Picker(a)', []],
    ['str(a)', ['a']],
    ['x.strip(a)', ['a', 'strip', 'x']],
    ['self.model_id', ['model_id']],
    ['$model', ['$model']],
    ['"a b"', ['b', 'a']],
    ['None', []],
  ])('%s', (expression, names) => expect(namesIn(expression)).toEqual(names));
});

describe('composedText', () => {
  const values = (name: string): string | undefined => ({ ORG: 'acme', NAME: 'tiny' })[name];
  it.each([
    ['f"{ORG}/{NAME}"', 'acme/tiny'],
    ['`${ORG}/x`', 'acme/x'],
    ["ORG + '/' + NAME", 'acme/tiny'],
    ['"plain"', undefined],
    ['f"{ORG}/{other}"', undefined],
    ['ORG + other', undefined],
    ['"acme/" + NAME', 'acme/tiny'],
    ['cfg.ORG + "/x"', 'acme/x'],
    ['"acme" "/x"', undefined],
    ['ORG - NAME', undefined],
    ['ORG + f(x)', undefined],
    ['rf"{ORG}/x"', 'acme/x'],
    ['f"{cfg.ORG}/x"', 'acme/x'],
    ['f"{ ORG }/x"', 'acme/x'],
    ['f"{{ORG}}/x"', undefined],
    ['f"x/{ORG}" + y', undefined],
    ['x f"{ORG}/x"', undefined],
    ['f"{ORG}/{x()}"', undefined],
    ['"acme/%s" % NAME', 'acme/tiny'],
    ['"%s/%s" % (ORG, NAME)', 'acme/tiny'],
    ['"%s/%s" % (ORG, other)', undefined],
    ['"{}/{}".format(ORG, NAME)', 'acme/tiny'],
    ['"{1}/{0}".format(NAME, ORG)', 'acme/tiny'],
    ['"{org}/{name}".format(name=NAME, org=ORG)', 'acme/tiny'],
    ['"%s/%s/%s" % (ORG, NAME)', undefined],
    ['"/".join([ORG, "x"])', 'acme/x'],
    ['fmt.Sprintf("%s/%s", ORG, NAME)', 'acme/tiny'],
    ['format!("{}/x", ORG)', 'acme/x'],
    ['string.Format("{0}/x", ORG)', 'acme/x'],
    ['"%s/x" % (ORG,)', 'acme/x'],
    ['"{10}/x".format(ORG)', undefined],
    ['"{a1}/x".format(a1=ORG)', 'acme/x'],
    ['"{}/{x}".format(ORG, x=NAME)', 'acme/tiny'],
    ['"/".join([ORG, other])', undefined],
    ['ORG + b"/x"', undefined],
    ['ORG + "/x" y', undefined],
    ['f"acme"', undefined],
  ])('%s', (expression, text) => expect(composedText(expression, values)).toBe(text));
});

describe('a loader whose argument is given several names', () => {
  const idsIn = (path: string, text: string): readonly string[] =>
    detect(text, path)
      .references.filter(({ role }) => role === 'loads')
      .map(({ id }) => id);
  const LOAD = 'AutoModel.from_pretrained(name)\n';

  it.each([
    ['branches', 'a.py', `if big:\n    name = "acme/one"\nelse:\n    name = "acme/two"\n${LOAD}`],
    [
      'branches before another block',
      'a.py',
      `if big:\n    name = "acme/one"\nelse:\n    name = "acme/two"\nif x:\n    ${LOAD}`,
    ],
    ['a default and a branch', 'a.py', `name = "acme/one"\nif big:\n    name = "acme/two"\n${LOAD}`],
    ['a choice', 'a.py', `name = "acme/one" if big else "acme/two"\n${LOAD}`],
    [
      'arms in one line each',
      'a.py',
      `match x:\n    case 1: name = "acme/one"\n    case _: name = "acme/two"\n${LOAD}`,
    ],
    ['calls of a function', 'a.py', `def load(name):\n    ${LOAD}load("acme/one")\nload("acme/two")\n`],
    [
      'a conditional expression',
      'a.ts',
      "const m = big ? 'acme/one' : 'acme/two';\nawait pipeline('text-generation', m);\n",
    ],
    [
      'arms of a match',
      'a.rs',
      'let m = match x {\n    1 => "acme/one",\n    _ => "acme/two",\n};\nlet repo = api.model(m.to_string());\n',
    ],
    [
      'arms of a shell',
      'a.sh',
      'case "$1" in\n  a) R="acme/one" ;;\n  b) R="acme/two" ;;\nesac\nhf download "$R"\n',
    ],
  ])('loads each of them: %s', (_, path, text) =>
    expect(idsIn(path, text)).toEqual(['acme/one', 'acme/two']),
  );

  it.each([
    ['a constant', '甲 = "acme/one"\n乙 = "acme/two"\nAutoModel.from_pretrained(甲)\n'],
    [
      'a parameter',
      'def 読む(名):\n    AutoModel.from_pretrained(名)\n読む("acme/one")\nother = "acme/two"\n',
    ],
    ['another constant', 'модель = "acme/one"\nимя = модель\nAutoModel.from_pretrained(имя)\n'],
  ])('loads what a name in other letters stands for: %s', (_, text) =>
    expect(idsIn('a.py', text)).toEqual(['acme/one']),
  );

  it.each([
    ['written over', `name = "acme/one"\nname = "acme/two"\n${LOAD}`],
    [
      'of another function',
      `def a():\n    name = "acme/one"\n\ndef b():\n    name = "acme/two"\n    ${LOAD}`,
    ],
    ['of another scope', `name = "acme/one"\ndef f():\n    name = "acme/two"\n    ${LOAD}`],
    ['given behind it', `name = "acme/two"\n${LOAD}name = "acme/three"\n`],
    ['given behind it in a branch', `name = "acme/two"\n${LOAD}if x:\n    name = "acme/three"\n`],
    [
      'given behind it too, where nothing is before',
      `def f():\n    ${LOAD}name = "acme/two"\nif x:\n    name = "acme/three"\n`,
    ],
  ])('does not load what is %s', (_, text) => expect(idsIn('a.py', text)).toEqual(['acme/two']));
});

describe('a name that a command puts together', () => {
  it.each([
    ['SIZE=35b\nollama run @"command-r:$SIZE"\n', 'command-r:35b'],
    ['SIZE=35b\nollama run @command-r:${SIZE}\n', 'command-r:35b'],
    ['SIZE=35b\nollama run @command-r:$$SIZE\n', 'command-r:35b'],
    ['ollama run @"command-r:$SIZE"\n', '?'],
    ['ollama run @"$DIR/house.gguf"\n', 'nothing'],
  ])('is that of its parts: %s', (text, id) => expect(resolved(text, 'a.sh')).toBe(id));
});

it.each([
  ['on one line', '"bert_dir_2", "acme/bert-2"'],
  ['over lines', '\n    "bert_dir_2", "acme/bert-2"\n'],
])('a loader gets the default of a setting, not its key, %s', (_, given) => {
  const text = `dir = os.environ.get(${given})\nm = AutoModel.from_pretrained(dir)\n`;
  expect(detect(text, 'a.py').references.map((one) => [one.text, one.role])).toEqual([
    ['acme/bert-2', 'loads'],
  ]);
});
