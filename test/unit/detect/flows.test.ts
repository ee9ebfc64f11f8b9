import { describe, expect, it } from 'vitest';
import { sinkOfOperand } from '../../../src/core/detect/flows';
import { detect } from './marked';

const LIST = 'HF_MODELS = ["acme/thing-7b", "acme/other-7b"]\n';
const rolesOf = (text: string, path = 'a.py'): readonly string[] => [
  ...new Set(detect(text, path).references.map(({ role, host }) => `${role} ${host}`)),
];

describe('what a list holds', () => {
  it('is only listed where nothing gets it', () => expect(rolesOf(LIST)).toEqual(['lists null']));

  it.each([
    ['a.py', `${LIST}for one in HF_MODELS:\n    AutoModel.from_pretrained(one)\n`],
    ['a.py', `${LIST}for one in hfModels:\n    AutoModel.from_pretrained(one)\n`],
    ['a.py', `${LIST}for at, one in enumerate(HF_MODELS):\n    AutoModel.from_pretrained(one)\n`],
    ['a.py', 'for one in ["acme/thing-7b", "acme/other-7b"]:\n    AutoModel.from_pretrained(one)\n'],
    ['a.js', 'const HF = ["acme/thing-7b", "acme/other-7b"];\nfor (const one of HF) pipeline("x", one);\n'],
    [
      'a.py',
      '候補 = ["acme/thing-7b", "acme/other-7b"]\ndef 読む(名前):\n    pipeline("x", model=名前)\nfor 名前 in 候補:\n    読む(名前)\n',
    ],
    [
      'a.ts',
      "const 候補 = ['acme/thing-7b', 'acme/other-7b'];\nasync function 読む(名: string) { return pipeline('x', 名); }\n" +
        'for (const 名 of 候補) await 読む(名);\n',
    ],
    ['a.js', 'const HF = ["acme/thing-7b", "acme/other-7b"];\nHF.map(async (one) => pipeline("x", one));\n'],
  ])('is loaded where a loop gives each element to a loader: %s %s', (path, text) =>
    expect(rolesOf(text, path)).toEqual(['loads self']),
  );

  it.each([
    `${LIST}for one in OTHERS:\n    AutoModel.from_pretrained(one)\n`,
    `${LIST}for one in HF_MODELS:\n    print(one)\n`,
    `${LIST}for one in names(HF_MODELS, "one"):\n    encoding_for_model(one)\n`,
    `${LIST}m = AutoModel.from_pretrained("HF_MODELS")\n`,
  ])('is listed where the loop is over others, or does something else: %s', (text) =>
    expect(rolesOf(text)).toEqual(['lists null']),
  );

  it('is listed where it is a name of a service, which no loader loads', () =>
    expect(
      rolesOf('NAMES = ["gpt-4o", "gpt-4o-mini"]\nfor one in NAMES:\n    AutoModel.from_pretrained(one)\n'),
    ).toEqual(['lists openai']));

  it.each([
    [
      'outside of the list that a loop goes over',
      'for one in ["acme/thing-7b", "acme/x-7b"]:\n    AutoModel.from_pretrained(one)\nOTHERS = ["acme/other-7b", "acme/y-7b"]\n',
      ['loads', 'loads', 'lists', 'lists'],
    ],
    [
      'under a name that everything has, by the last list before the loop',
      'models = ["acme/thing-7b", "acme/x-7b"]\nprint(models)\nmodels = ["acme/y-7b", "acme/z-7b"]\nfor one in models:\n    AutoModel.from_pretrained(one)\nmodels = ["acme/v-7b", "acme/w-7b"]\n',
      ['lists', 'lists', 'loads', 'loads', 'lists', 'lists'],
    ],
    [
      'under the same name elsewhere',
      'CHOSEN = ["acme/thing-7b"]\nfor one in CHOSEN:\n    AutoModel.from_pretrained(one)\nz = {"chosen": ["acme/other-7b", "acme/y-7b"]}\n',
      ['loads', 'loads', 'loads'],
    ],
  ])('is told apart %s', (_, text, roles) =>
    expect(detect(text, 'a.py').references.map(({ role }) => role)).toEqual(roles),
  );
});

describe('a list that a loop goes over', () => {
  const TWO = '"acme/thing-7b", "acme/other-7b"';

  it.each([
    ['a.py', `MODELS: list[str] = [${TWO}]\nfor name in MODELS:\n    snapshot_download(repo_id=name)\n`],
    ['a.py', `names = (${TWO})\nloaded = {name: AutoModel.from_pretrained(name) for name in names}\n`],
    ['a.py', `loaded = [AutoModel.from_pretrained(name) for name in [${TWO}]]\n`],
    ['a.py', `MODELS = [${TWO}]\nfor model in MODELS:\n    run(["vllm", "serve", model])\n`],
    [
      'a.mjs',
      `const WANTED = [${TWO}];\nfor (const name of WANTED) {\n  await snapshotDownload({ repo: name, cacheDir: 'x' });\n}\n`,
    ],
    ['a.ts', `for (const repo of [${TWO}]) await snapshotDownload({ repo });\n`],
    [
      'a.go',
      `package main\nvar models = []string{${TWO}}\nfunc main() { for _, m := range models { exec.Command("vllm", "serve", m).Run() } }\n`,
    ],
    ['a.sh', `MODELS=(${TWO.replace(',', '')})\nfor m in "\${MODELS[@]}"; do\n  hf download "$m"\ndone\n`],
    ['a.sh', 'for m in acme/thing-7b acme/other-7b; do\n  huggingface-cli download "$m"\ndone\n'],
    ['a.ps1', `$models = @(${TWO})\nforeach ($m in $models) { hf download $m }\n`],
    [
      'a.mjs',
      'const WANTED = new Map([["en", "acme/thing-7b"], ["de", "acme/other-7b"]]);\nfor (const [slot, repo] of WANTED) {\n  await snapshotDownload({ repo });\n}\n',
    ],
    [
      'a.mjs',
      'const models = new Map([["en", "acme/thing-7b"], ["de", "acme/other-7b"]]);\nfor (const repo of models.values()) await snapshotDownload({ repo });\n',
    ],
    [
      'a.mjs',
      'const models = [{ slot: "en", id: "acme/thing-7b" }, { slot: "de", id: "acme/other-7b" }];\nfor (const { slot, id: name } of models) await snapshotDownload({ repo: name });\n',
    ],
    [
      'a.mjs',
      'const models = [["en", "acme/thing-7b"], ["de", "acme/other-7b"]];\nawait all(models.map(async ([slot, repo]) => snapshotDownload({ repo })));\n',
    ],
    [
      'a.py',
      `models = [${TWO}]\nwith ThreadPoolExecutor() as pool:\n    pool.map(snapshot_download, models)\n`,
    ],
    ['a.py', `models = [${TWO}]\npool.map(lambda m: snapshot_download(m, token=T), models)\n`],
    ['a.py', `models = [${TWO}]\njobs = [pool.submit(snapshot_download, m) for m in models]\n`],
    [
      'a.java',
      'class A { static final Map<String, String> WANTED = Map.of("en", "mistral:7b", "de", "phi3:mini");\n void f() { for (Map.Entry<String, String> e : WANTED.entrySet()) { api.pullModel(e.getValue()); } } }\n',
    ],
    [
      'a.sh',
      'names=("BAAI/bge-m3" "Qwen/Qwen3-8B")\nfor (( i=0; i<${#names[*]}; ++i )); do\n  name=${names[$i]}\n  hf download ${name}\ndone\n',
    ],
    [
      'a.py',
      'names = ["BAAI/bge-m3", "Qwen/Qwen3-8B"]\nfor i in range(2):\n    name = names[i]\n    AutoModel.from_pretrained(name)\n',
    ],
    [
      'a.py',
      'NAMES = ["BAAI/bge-m3", "Qwen/Qwen3-8B"]\ndef load(one):\n    return AutoModel.from_pretrained(one)\nfor name in NAMES:\n    load(name)\n',
    ],
    [
      'a.py',
      'NAMES = ["BAAI/bge-m3", "Qwen/Qwen3-8B"]\nclass Store:\n    def __init__(self, model):\n        self.encoder = SentenceTransformer(model)\nstores = [Store(name) for name in NAMES]\n',
    ],
    [
      'a.ts',
      'import { pipeline } from "@huggingface/transformers";\nconst NAMES = ["Xenova/bge-m3", "Qwen/Qwen3-8B"];\nconst load = async (id: string) => pipeline("feature-extraction", id);\nawait Promise.all(NAMES.map((name) => load(name)));\n',
    ],
  ])('is loaded where a loader or program gets each element: %s %s', (path, text) =>
    expect(rolesOf(text, path)).toEqual(['loads self']),
  );

  it.each([
    ['a.py', `MODELS = [${TWO}]\nfor model in MODELS:\n    run(["echo", "serve", model])\n`],
    [
      'a.py',
      `models = [${TWO}]\npool.map(describe, models)\npool.map(lambda m: snapshot_download(x), models)\n`,
    ],
    [
      'a.mjs',
      `const WANTED = [[${TWO}]];\nfor (const [slot, repo] of WANTED) await snapshotDownload({ repo: other });\n`,
    ],
    [
      'a.mjs',
      `const WANTED = [[${TWO}]];\nfor (const [slot, repo] of OTHERS) await snapshotDownload({ repo });\n`,
    ],
    ['a.mjs', `const WANTED = [${TWO}];\nfor (const name of WANTED) await show({ repo: name });\n`],
    [
      'a.mjs',
      `const WANTED = [${TWO}];\nfor (const name of OTHERS) await snapshotDownload({ repo: name });\n`,
    ],
    [
      'a.mjs',
      `const WANTED = [${TWO}];\nfor (const name of WANTED) await snapshotDownload({ revision: name });\n`,
    ],
    ['a.sh', `MODELS=(${TWO.replace(',', '')})\nfor m in "\${MODELS[@]}"; do\n  ollama rm "$m"\ndone\n`],
    [
      'a.py',
      'NAMES = ["BAAI/bge-m3", "Qwen/Qwen3-8B"]\ndef load(one):\n    AutoModel.from_pretrained(one)\nload(chosen)\nfor chosen in NAMES:\n    print(chosen)\n',
    ],
  ])('is listed where nothing loads what it holds: %s %s', (path, text) =>
    expect(rolesOf(text, path).filter((role) => !role.startsWith('lists'))).toEqual([]),
  );
});

describe('a command that a string writes', () => {
  const rolesOf = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ role }) => role);

  it.each([
    ['a.rb', '%w[mistral:7b phi3:mini].each do |m|\n  system("ollama pull #{m}")\nend\n'],
    ['a.rb', 'NAMES = %w[mistral:7b phi3:mini]\nNAMES.each { |m| `ollama pull #{m}` }\n'],
    [
      'a.js',
      "const NAMES = ['mistral:7b', 'phi3:mini'];\nfor (const m of NAMES) execSync(`ollama pull ${m}`);\n",
    ],
    [
      'a.js',
      "const NAMES = ['mistral:7b', 'phi3:mini'];\nNAMES.forEach((m) => execSync('ollama pull ' + m));\n",
    ],
    ['a.php', '<?php\nforeach (["mistral:7b", "phi3:mini"] as $m) { shell_exec("ollama pull $m"); }\n'],
    ['a.kt', 'fun f() { for (m in listOf("mistral:7b", "phi3:mini")) { exec("ollama pull $m") } }\n'],
    [
      'a.php',
      '<?php\nclass A {\n  private $models = ["mistral:7b", "phi3:mini"];\n  function all() {\n' +
        '    foreach ($this->models as $m) { $this->get($m); }\n  }\n' +
        '  function get($m) { shell_exec("ollama pull $m"); }\n}\n',
    ],
  ])('in %s gets each name of the list: %s', (path, text) => {
    expect(rolesOf(text, path)).toEqual(['loads', 'loads']);
  });

  it.each([
    ['a.rb', '%w[mistral:7b phi3:mini].each do |m|\n  system("echo #{m}")\nend\n'],
    [
      'a.js',
      "const NAMES = ['mistral:7b', 'phi3:mini'];\nfor (const m of NAMES) log(`ollama pull it: ${m}`);\n",
    ],
  ])('in %s gets none where it loads nothing: %s', (path, text) => {
    expect(rolesOf(text, path)).toEqual(['lists', 'lists']);
  });
});

describe('the program that gets an operand', () => {
  it.each([
    ['command:ollama run', 'ollama', 'calls', 'ollama run loads self'],
    ['command:ollama run', 'ollama', 'loads', 'ollama run loads self'],
    ['command:vllm serve', 'huggingface', 'serves', 'vllm serve serves huggingface'],
    ['command:llm', 'openai', 'calls', 'llm calls openai'],
    ['modelfile:FROM', 'ollama', 'serves', 'modelfile:FROM serves self'],
    ['command:ollama show', 'ollama', 'mentions', undefined],
  ] as const)('of %s and %s that %s', (evidence, registry, role, expected) => {
    const sink = sinkOfOperand({ evidence, registry, role });
    expect(sink && `${sink.callee} ${sink.role} ${sink.host}`).toBe(expected);
  });
});

describe('what an option accepts', () => {
  it('is only listed, but for its default', () => {
    const text =
      'parser.add_argument("--model_name", default="acme/thing-7b", choices=["acme/thing-7b", "acme/other-7b"])\n' +
      'AutoModel.from_pretrained(args.model_name)\n';
    expect(detect(text, 'a.py').references.map(({ id, role }) => [id, role])).toEqual([
      ['acme/thing-7b', 'loads'],
      ['acme/thing-7b', 'lists'],
      ['acme/other-7b', 'lists'],
    ]);
  });
});
