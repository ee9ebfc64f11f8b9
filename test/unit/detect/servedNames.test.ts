import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import { createEngine } from '../../../src/core/engine';
import {
  bothServed,
  mayServe,
  type ServedAs,
  servedNames,
  withDeployments,
  withoutServedNames,
} from '../../../src/core/detect/servedNames';
import { TEST_CATALOG } from '../../support/catalog';
import { detect } from './marked';
import { memoryFiles, memoryHost } from '../audit/memory';

describe('the names that servers give to what they offer', () => {
  it.each([
    ['compose.yaml', 'command: ["--model", "a/b", "--served-model-name", "qwen3-house"]', ['qwen3-house']],
    ['compose.yaml', 'command: --model a/b --served-model-name qwen3-house --port 80', ['qwen3-house']],
    ['compose.yaml', 'command: --model a/b --served-model-name 社内LLM 要約 --port 80', ['社内LLM', '要約']],
    ['k8s.yaml', 'args:\n  - --served-model-name\n  - qwen3-house\n', ['qwen3-house']],
    ['k8s.yaml', 'args:\n  - --served-model-name=qwen3-house\n', ['qwen3-house']],
    ['serve.sh', 'vllm serve a/b \\\n  --served-model-name qwen3-house \\\n  --port 80', ['qwen3-house']],
    ['Dockerfile', 'CMD ["serve", "--served-model-name", "acme/chat"]', ['acme/chat']],
    ['vllm.yaml', 'model: a/b\nserved-model-name: qwen3-house\n', ['qwen3-house']],
    ['values.yaml', 'model: a/b\nservedModelName: qwen3-house\n', ['qwen3-house']],
    ['values.yaml', 'models:\n  - servedModelName: "acme/chat"\n', ['acme/chat']],
    ['serve.yaml', '- a:\n    model_id: house\n    model_source: acme/thing-7b\n', ['house']],
    ['serve.yaml', '- a:\n    model_id: acme/thing-7b\n    model_source: mnt/thing\n', []],
    ['serve.yaml', '- a:\n    model_id: acme/thing-7b\n    model_source: s3://acme/models/x\n', []],
    [
      'serve.yaml',
      '- a:\n    model_id: acme/thing-7b\n    model_source:\n      bucket_uri: s3://acme/x\n',
      [],
    ],
    ['Dockerfile', 'RUN hf download a/b --local-dir /models/b\n', ['/models/b']],
    ['Dockerfile', `RUN python -c "snapshot_download('a/b', local_dir='/models/b')"\n`, ['/models/b']],
    ['get.sh', 'modelscope download --model a/b --local_dir /models/b\n', ['/models/b']],
    ['get.sh', 'git clone https://huggingface.co/a/b /models/b\n', ['/models/b']],
    ['get.sh', 'git lfs clone --depth 1 \\\n  https://u:$TOKEN@huggingface.co/a/b \\\n  ./b/\n', ['./b/']],
    ['get.sh', 'git clone git@hf.co:a/b models/b && ls\n', ['models/b']],
    ['compose.yaml', 'command: ["clone", "https://www.modelscope.cn/a/b", "/models/b"]\n', ['/models/b']],
    [
      'k8s.yaml',
      'command:\n  - git\n  - clone\n  - https://huggingface.co/a/b\n  - /models/b\n',
      ['/models/b'],
    ],
    ['get.sh', 'git clone https://github.com/a/b /models/b\n', []],
    ['get.sh', 'git clone https://huggingface.co/a/b\ncd b\n', []],
    [
      'compose.yaml',
      'image: ghcr.io/ggml-org/llama.cpp:server\ncommand: ["-hf", "a/b", "-a", "desk"]',
      ['desk'],
    ],
    ['k8s.yaml', 'image: ghcr.io/ggml-org/llama.cpp:server\nargs:\n  - --alias\n  - desk\n', ['desk']],
    ['compose.yaml', 'image: llama.cpp:server\nenvironment:\n  - LLAMA_ARG_ALIAS=desk\n', ['desk']],
    ['compose.yaml', 'image: llama.cpp:server\nenvironment:\n  LLAMA_ARG_ALIAS: "desk"\n', ['desk']],
    ['serve.sh', 'llama-server -hf a/b \\\n  --alias 社内,desk \\\n  --port 80', ['社内', 'desk']],
    ['serve.sh', 'python -m llama_cpp.server --model a.gguf --model_alias desk\n', ['desk']],
    ['serve.sh', 'docker attach -a desk; cp -a one two; git commit --alias x\n', []],
    ['serve.sh', 'llama-server -hf a/b --alias\n', []],
    ['.env', 'SERVED_MODEL_NAME=qwen3-house\n', ['qwen3-house']],
    ['vllm.json', '{\n  "served_model_name": "qwen3-house"\n}', ['qwen3-house']],
    [
      'litellm.yaml',
      'model_list:\n  - model_name: qwen3-fast\n    litellm_params:\n      model: openai/x\n',
      ['qwen3-fast'],
    ],
    ['other.yaml', 'model_name: qwen3-fast\n', []],
    ['init.sh', 'ollama pull a:7b\nollama cp a:7b gpt-3.5-turbo\n', ['gpt-3.5-turbo']],
    ['Makefile', 'up:\n\tollama create -f Modelfile house\n', ['house']],
    ['compose.yaml', 'command: ["ollama", "cp", "a:7b", "desk"]\n', ['desk']],
    ['init.sh', `curl $OLLAMA_HOST/api/copy -d '{"source": "a:7b", "destination": "desk"}'\n`, ['desk']],
    [
      'init.sh',
      `curl localhost:11434/api/create -d "{\\"model\\": \\"house\\", \\"from\\": \\"a\\"}"\n`,
      ['house'],
    ],
    ['init.sh', `curl https://api.acme.dev/api/create -d '{"model": "gpt-4o"}'\n`, []],
    [
      'init.sh',
      `curl localhost:11434/api/create -d @new.json\ncurl https://api.openai.com/v1/x -d '{"model": "gpt-4o"}'\n`,
      [],
    ],
    ['init.sh', 'cp a:7b gpt-4o; ollama run a:7b\n', []],
    ['gpt-4.yaml', 'name: gpt-4\nparameters:\n  top_k: 4\n  model: luna.gguf\n', ['gpt-4']],
    ['gpt-4.yaml', 'parameters:\n  model: hf://a/b\nname: "gpt-4" # as clients know it\n', ['gpt-4']],
    ['gpt-4.yaml', 'name: gpt-4\nparameters:\n  model: gpt-4\n', []],
    ['prompt.yaml', 'name: gpt-4\nmodel: a/b\nparameters:\n  top_k: 4\n', []],
    ['.env', 'PRELOAD_MODELS=[{"url": "github:a/b.yaml", "name": "gpt-4"}]\n', ['gpt-4']],
    ['app.py', 'run("--served-model-name qwen3-house")', []],
  ])('in %s: %j', (path, text, names) => expect([...servedNames(text, path).keys()]).toEqual(names));

  it('behind many commands that clone what is no address, over many lines', () => {
    const other = `clone${` \\\n${' '.repeat(24)}a`.repeat(7)}\n`;
    const list = `- clone${`\n${' '.repeat(24)}a`.repeat(7)}\n`;
    const last = 'git clone --depth=1 \\\n    --quiet \\\n    https://huggingface.co/a/b \\\n    /models/b\n';
    const text = (other + list).repeat(200) + last;
    expect([...servedNames(text, 'get.sh').keys()]).toEqual(['/models/b']);
  });

  it.each([
    [
      'model_aliases.json',
      '{\n  "tts-1": "acme/voice-82M",\n  "whisper-1": "acme/ears"\n}',
      ['tts-1', 'whisper-1'],
    ],
    ['server.json', '{"port": 1, "modelAliases": {"whisper-1": "acme/ears"}}', ['whisper-1']],
    [
      'server.yaml',
      'port: 1\nmodel_aliases:\n  whisper-1: acme/ears # ours\nother:\n  tts-1: acme/x\n',
      ['whisper-1'],
    ],
    [
      'server.toml',
      '[model_aliases]\n"whisper-1" = "acme/ears"\n\n[other]\ntts-1 = "acme/x"\n',
      ['whisper-1'],
    ],
    ['compose.yaml', 'image: nvcr.io/nim/meta/llama-3.1-8b-instruct:1.3\n', ['meta/llama-3.1-8b-instruct']],
    ['aliases.yaml', 'fast: openai/gpt-4o-mini\nbest: openrouter/auto\n', []],
    ['aliases.json', '{"fast": "gpt-4o-mini"}', []],
    ['server.json', '{"models": {"whisper-1": "acme/ears"}}', []],
  ])("that are another service's, for weights, in %s: %j", (path, text, names) =>
    expect([...servedNames(text, path)]).toEqual(names.map((name) => [name, 'alias'])),
  );

  it('are looked for where servers are started or set up', () => {
    for (const path of ['a.yml', 'Makefile', 'run.sh', 'Dockerfile']) expect(mayServe(path)).toBe(true);
    for (const path of ['a.py', 'README.md']) expect(mayServe(path)).toBe(false);
  });
});

describe('code that asks a server of the project by such a name', () => {
  const HOST = { ...memoryHost, engine: createEngine(TEST_CATALOG, { now: () => Date.UTC(2026, 10, 24) }) };
  const APP =
    'from openai import OpenAI\nOpenAI().chat.completions.create(model="qwen3-house", messages=[])\n';
  const SERVER =
    'services:\n  llm:\n    image: vllm/vllm-openai\n    command: ["--model", "Qwen/Qwen3-8B", "--served-model-name", "qwen3-house"]\n';

  async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const all = { ...files, '.model-policy.yaml': 'version: 1\n' };
    const result = await audit({ folders: [{ name: 'root', source: memoryFiles(all) }] }, HOST);
    return [
      ...result.references
        .filter(({ path }) => path.endsWith('.py'))
        .map(({ reference: { text, role, host } }) => `${text} ${role} ${String(host)}`),
      ...result.findings.filter(({ path }) => path.endsWith('.py')).map(({ finding }) => finding.rule),
    ];
  }

  it('uses no unknown model', async () => {
    expect(await told({ 'src/app.py': APP, 'deploy/compose.yaml': SERVER })).toEqual([
      'qwen3-house mentions self',
    ]);
  });

  it('does where no server of the project has the name', async () => {
    expect(
      await told({ 'src/app.py': APP, 'deploy/compose.yaml': SERVER.replace('qwen3-house', 'other') }),
    ).toEqual(['qwen3-house calls openai', 'license/unknown']);
  });

  it('uses none by a name that the catalog knows as well', async () => {
    const app = 'MODEL_NAME = "Llama-3.1-8B-Instruct"\n';
    const server = SERVER.replace('qwen3-house', 'Llama-3.1-8B-Instruct');
    expect(await told({ 'src/app.py': app, 'compose.yaml': server })).toEqual([
      'Llama-3.1-8B-Instruct mentions self',
    ]);
    expect((await told({ 'src/app.py': app }))[0]).toBe('Llama-3.1-8B-Instruct loads self');
  });

  it('asks for a known model where the name is one', async () => {
    const known = 'Qwen/Qwen3-8B';
    expect(
      await told({
        'src/app.py': APP.replace('qwen3-house', known),
        'compose.yaml': SERVER.replace('qwen3-house', known),
      }),
    ).toEqual([expect.stringMatching(/^Qwen\/Qwen3-8B calls /)]);
  });

  describe("that is also the name of another service's model", () => {
    const ALIASES = '{"gpt-4o": "Qwen/Qwen3-8B"}';
    const DEFAULT = 'DEFAULT_MODEL = "gpt-4o"\n';

    it('is answered by the project where only the spelling says otherwise', async () => {
      expect(await told({ 'src/app.py': DEFAULT, 'model_aliases.json': ALIASES })).toEqual([
        'gpt-4o mentions self',
      ]);
      expect(await told({ 'src/app.py': DEFAULT, 'other.json': ALIASES })).toEqual([
        expect.stringMatching(/^gpt-4o calls openai/),
      ]);
    });

    it('is answered by the gateway whose address the client is given', async () => {
      const app =
        'import os\nfrom openai import OpenAI\nclient = OpenAI(base_url=os.environ["LLM_URL"])\nclient.chat.completions.create(model="gpt-4o", messages=[])\n';
      const gateway = {
        'gateway/config.yaml':
          'model_list:\n  - model_name: gpt-4o\n    litellm_params:\n      model: bedrock/amazon.nova-lite-v1:0\n',
        'src/app.py': app,
      };
      expect(await told({ ...gateway, '.env': 'LLM_URL=http://gateway:4000/v1\n' })).toEqual([
        'gpt-4o mentions self',
      ]);
      expect(await told({ ...gateway, '.env': 'LLM_URL=https://api.openai.com/v1\n' })).toEqual([
        expect.stringMatching(/^gpt-4o calls openai/),
      ]);
    });

    it.each([
      ['ollama/init.sh', 'ollama pull llama3.1:8b\nollama cp llama3.1:8b gpt-4o\n'],
      ['models/gpt-4o.yaml', 'name: gpt-4o\nparameters:\n  model: huggingface://Qwen/Qwen3-8B/a.gguf\n'],
    ])('is answered by the own server that has it so, and by no other: %s', async (path, text) => {
      const asks = (url: string): string =>
        `from openai import OpenAI\nOpenAI(base_url="${url}").chat.completions.create(model="gpt-4o", messages=[])\n`;
      const server = { [path]: text };
      expect(await told({ ...server, 'src/app.py': asks('http://localhost:8080/v1') })).toEqual([
        'gpt-4o mentions self',
      ]);
      expect(await told({ ...server, 'src/app.py': asks('https://api.openai.com/v1') })).toEqual([
        expect.stringMatching(/^gpt-4o calls openai/),
      ]);
      expect(await told({ ...server, 'src/app.py': APP.replace('qwen3-house', 'gpt-4o') })).toEqual([
        expect.stringMatching(/^gpt-4o calls openai/),
      ]);
    });

    it('is asked at the service whose client the code has', async () => {
      expect(
        await told({ 'src/app.py': APP.replace('qwen3-house', 'gpt-4o'), 'model_aliases.json': ALIASES }),
      ).toEqual([expect.stringMatching(/^gpt-4o calls openai/)]);
    });
  });
});

it('a resource of KubeAI names what it serves', () => {
  const model = (api: string): string =>
    `# made by a chart\napiVersion: ${api}\nkind: Model\nmetadata:\n  labels: {}\n  name: opt-125m-cpu\nspec:\n  url: hf://facebook/opt-125m\n`;
  expect([...servedNames(model('kubeai.org/v1'), 'a.yaml')]).toEqual([['opt-125m-cpu', 'name']]);
  expect([...servedNames(model('other.org/v1 # kubeai.org/'), 'a.yaml')]).toEqual([]);
});

describe('a name that only a server of the project knows', () => {
  const [asked] = detect('model = "acme/thing-7b"\n', 'a.py').references;
  type Reference = NonNullable<typeof asked>;
  const NAME: Partial<Reference> = { text: 'house', id: 'house', model: null };
  const KNOWN: Partial<Reference> = { ...NAME, model: 'acme/thing-7b' };

  function roleWith(
    more: Partial<Reference>,
    served: readonly (readonly [string, 'name' | 'alias'])[],
  ): unknown {
    if (asked === undefined) return undefined;
    const found = { references: [{ ...asked, ...more }], uses: [], runtimeChoices: [] };
    return withoutServedNames(found, new Map(served)).references[0]?.role;
  }

  it.each<readonly [string, Partial<Reference>, readonly (readonly [string, 'name' | 'alias'])[], string]>([
    ['that the catalog has not', NAME, [['house', 'name']], 'mentions'],
    ['by its id', { ...NAME, text: 'openai/house' }, [['house', 'name']], 'mentions'],
    ['by its text', { ...NAME, id: 'acme/house' }, [['house', 'name']], 'mentions'],
    ['that is asked here', KNOWN, [['house', 'name']], 'mentions'],
  ])('is no use, %s', (_, more, served, role) => expect(roleWith(more, served)).toBe(role));

  it('is none of a service where the same text speaks of it', () => {
    if (asked === undefined) return;
    const named: Reference = { ...asked, ...NAME, role: 'mentions', host: 'openai' };
    const found = { references: [named, { ...asked, ...NAME }], uses: [], runtimeChoices: [] };
    const hosts = (served: string): readonly unknown[] =>
      withoutServedNames(found, new Map([[served, 'name' as const]])).references.map(({ host }) => host);
    expect(hosts('house')).toEqual(['self', 'self']);
    expect(hosts('other')[0]).toBe('openai');
  });

  it('says so, with what else is known of it', () => {
    if (asked === undefined) return;
    const more = { template: 'x', args: [] };
    const found = { references: [{ ...asked, ...NAME, why: [more, more] }], uses: [], runtimeChoices: [] };
    const { references } = withoutServedNames(found, new Map([['house', 'name']]));
    expect(references[0]?.why.map(({ template }) => template)).toEqual([
      'a server of this project offers a model under this name',
      'x',
    ]);
  });

  it.each<readonly [string, Partial<Reference>, readonly (readonly [string, 'name' | 'alias'])[], string]>([
    ['of another server', NAME, [['other', 'name']], 'loads'],
    ['without any', NAME, [], 'loads'],
    ['that is only listed', { ...NAME, role: 'lists' }, [['house', 'name']], 'lists'],
    ['that a service has', { ...KNOWN, registry: 'openai' }, [['house', 'name']], 'loads'],
    ['that is called', { ...KNOWN, role: 'calls' }, [['house', 'name']], 'calls'],
    ['that another host has', { ...KNOWN, host: 'groq' }, [['house', 'name']], 'loads'],
    ['with an owner', { ...KNOWN, text: 'acme/house' }, [['house', 'name']], 'loads'],
    ['that a loader gets', { ...KNOWN, evidence: ['loader:x'] }, [['house', 'name']], 'loads'],
    ['of a command', { ...KNOWN, evidence: ['x', 'command:x'] }, [['house', 'name']], 'loads'],
    ['in an address', { ...KNOWN, evidence: ['url:x'] }, [['house', 'name']], 'loads'],
    ['that stands for weights', NAME, [['house', 'alias']], 'loads'],
  ])('is one %s', (_, more, served, role) => expect(roleWith(more, served)).toBe(role));
});

describe('a name behind the provider of a gateway', () => {
  const SERVER = 'services:\n  llm:\n    command: --model acme/thing-7b --served-model-name qwen3-8b\n';
  const GATEWAY =
    'model_list:\n  - model_name: NAME\n    litellm_params:\n      model: openai/qwen3-8b\n' +
    '      api_base: http://llm:8000/v1\n';

  async function roleIn(files: Readonly<Record<string, string>>): Promise<unknown> {
    const host = { ...memoryHost, engine: createEngine(TEST_CATALOG, { now: () => Date.UTC(2026, 10, 24) }) };
    const { references } = await audit({ folders: [{ name: 'root', source: memoryFiles(files) }] }, host);
    return references.find(({ reference }) => reference.text === 'openai/qwen3-8b')?.reference.role;
  }

  it('is what the server of the project offers', async () => {
    const gateway = GATEWAY.replace('NAME', 'std');
    expect(await roleIn({ 'compose.yaml': SERVER, 'litellm.yaml': gateway })).toBe('mentions');
  });

  it('is a model where only the gateway itself has the name', async () => {
    expect(await roleIn({ 'litellm.yaml': GATEWAY.replace('NAME', 'qwen3-8b') })).toBe('loads');
  });
});

it.each<readonly [ServedAs | undefined, ServedAs, ServedAs]>([
  ['gateway', 'name', 'name'],
  ['alias', 'gateway', 'gateway'],
  [undefined, 'alias', 'alias'],
  ['name', 'name', 'name'],
  ['alias', 'name', 'name'],
  ['name', 'alias', 'name'],
  ['deployment:a@', 'name', 'name'],
  ['deployment:a@', 'alias', 'alias'],
  ['alias', 'deployment:a@', 'alias'],
  ['deployment:a@', 'deployment:a@', 'deployment:a@'],
  // Where two templates differ, nobody knows.
  ['deployment:a@', 'deployment:b@', 'deployment:'],
])('a name that is %s in one file and %s in another is %s', (known, told, both) =>
  expect(bothServed(known, told)).toBe(both),
);

describe('a call of a deployment that the project makes', () => {
  const [asked] = detect('model: gpt-4o\n', 'a.yaml').references;
  type Reference = NonNullable<typeof asked>;

  function runWith(more: Partial<Reference>, as: ServedAs | undefined): string | undefined {
    if (asked === undefined) return undefined;
    const one: Reference = {
      ...asked,
      text: 'azure/chat',
      id: 'chat',
      host: 'azure',
      role: 'calls',
      ...more,
    };
    const served = new Map(as === undefined ? [] : [['chat', as]]);
    const [found] = withDeployments({ references: [one], uses: [], runtimeChoices: [] }, served, {
      isChosen: (host) => host === 'azure',
      isDescribed: (name) => name === 'own',
      canonical: (name, registry) => (registry === 'openai' && name.startsWith('gpt-4o') ? name : null),
    }).references;
    return `${found?.id} ${found?.model} ${found?.isDeployed} ${found?.revision?.value}`;
  }

  it.each<readonly [string, Partial<Reference>, ServedAs, string]>([
    ['in a version', {}, 'deployment:gpt-4o@0513', 'gpt-4o-0513 gpt-4o-0513 undefined 0513'],
    ['in none', {}, 'deployment:gpt-4o@', 'gpt-4o gpt-4o true undefined'],
    ['by its text', { text: 'chat', id: 'x' }, 'deployment:gpt-4o@', 'gpt-4o gpt-4o true undefined'],
    ['that nobody knows', {}, 'deployment:house@1', 'house null undefined 1'],
  ])('is one of the model that it runs, %s', (_, more, as, told) => expect(runWith(more, as)).toBe(told));

  it.each<readonly [string, Partial<Reference>, ServedAs | undefined]>([
    ['no template tells', {}, undefined],
    ['templates differ', {}, 'deployment:'],
    ['a server offers it', {}, 'name'],
    ['it stands for weights', {}, 'alias'],
    ['it is only listed', { role: 'lists' }, 'deployment:gpt-4o@'],
    ['the service has names of its own', { host: 'openai' }, 'deployment:gpt-4o@'],
    ['nobody knows the host', { host: null }, 'deployment:gpt-4o@'],
    ['the policy describes it', { text: 'own' }, 'deployment:gpt-4o@'],
  ])('stays what it is where %s', (_, more, as) => expect(runWith(more, as)).toMatch(/^chat /));

  it('is none of what makes it', () =>
    expect(runWith({ isDeployed: true }, 'deployment:gpt-4o@0513')).toMatch(/^chat /));
});
