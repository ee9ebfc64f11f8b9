import { describe, expect, it } from 'vitest';
import { collectConfigValues } from '../../../src/core/detect/configValues';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../support/builtCatalog';
import { detect } from './marked';

describe('documents within documents', () => {
  const nested = (levels: number): string =>
    `${Array.from({ length: levels }, (_, at) => '`'.repeat(levels + 3 - at)).join('markdown\n')}markdown\nPython: gpt-4o\n`;

  it.each([1, 3, 12, 2_000])('are read to the innermost of %i', (levels) =>
    expect(detect(nested(levels), 'a.md').references.map(({ text }) => text)).toEqual(['gpt-4o']),
  );

  it('are code as long as somebody may mean it', () => {
    const text = '````markdown\n```python\nclient.chat.completions.create(model="gpt-4o")\n```\n````\n';
    expect(detect(text, 'a.md').references.map(({ role }) => role)).not.toEqual(['mentions']);
  });
});

describe('role', () => {
  it.each([
    ['a.py', 'AutoModel.from_pretrained("acme/thing-7b")', 'loads'],
    ['a.py', '# see acme/llama-7b', 'mentions'],
    ['README.md', 'We use gpt-4o.', 'mentions'],
    ['a.py', 'client.chat.completions.create(model="gpt-4o")', 'calls'],
    ['a.py', 'if model == "gpt-4o": pass', 'lists'],
    ['a.sh', 'vllm serve acme/thing-7b', 'serves'],
    [
      'a.py',
      'HuggingFaceAPITextEmbedder(api_type="serverless_inference_api", api_params={"model": "acme/thing-7b"})',
      'calls',
    ],
    ['a.py', 'HuggingFaceEndpoint(repo_id="acme/thing-7b")', 'calls'],
    ['a.py', 'HuggingFaceInferenceAPI(model_name="acme/thing-7b")', 'calls'],
    ['a.cs', 'builder.AddHuggingFaceChatCompletion(model: "acme/thing-7b", apiKey: key);', 'calls'],
    ['a.cs', 'new HuggingFaceTextGenerationService("acme/thing-7b", apiKey: key);', 'calls'],
    ['a.py', 'InferenceClient("acme/thing-7b")', 'calls'],
    ['a.py', 'VLLMChatGenerator(model="acme/thing-7b", api_base_url="http://localhost:8000/v1")', 'loads'],
    [
      'a.py',
      'client = OpenAI(base_url="http://localhost:8000/v1")\nclient.chat.completions.create(model="acme/thing-7b")',
      'loads',
    ],
    ['a.py', 'FastembedTextEmbedder(model="acme/thing-7b")', 'loads'],
    ['a.py', 'HuggingFaceLocalGenerator(model="acme/thing-7b", api_key=key)', 'loads'],
    ['a.py', 'LLM("acme/thing-7b")', 'loads'],
    ['a.yaml', 'icon: https://huggingface.co/acme/thing-7b/resolve/main/cover.png\n', 'mentions'],
    ['a.yaml', 'model: https://huggingface.co/acme/thing-7b/resolve/main/x.gguf\n', 'loads'],
    ['a.sh', 'ollama run llama3.1:8b', 'loads'],
    ['a.yaml', 'base_model: acme/thing-7b\n', 'derives'],
    ['a.yaml', 'model_name_or_path: acme/thing-7b\nlora_rank: 8\n', 'derives'],
    ['Modelfile', 'FROM llama3.1:8b\nSYSTEM Be brief.', 'serves'],
    ['Modelfile', 'FROM llama3.1:8b\nADAPTER ./house.gguf', 'derives'],
    ['README.md', '---\nbase_model: acme/thing-7b\n---\n', 'derives'],
  ])('%s: %s', (path, text, role) => expect(detect(text, path).references[0]?.role).toBe(role));
});

describe('a name that the text gives at a sure place', () => {
  const at = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ range, role }) => `${range.start} ${role}`);

  it('is the same thing where it stands again', () => {
    expect(
      at(
        '# acme/sharp is tuned\nm = AutoModel.from_pretrained("acme/sharp")\nlog("fetching acme/sharp.")\n',
        'a.py',
      ),
    ).toEqual(['2 mentions', '53 loads', '80 mentions']);
    expect(at('[acme/sharp](https://huggingface.co/acme/sharp) beats (acme/sharp)', 'a.md')).toEqual([
      '1 mentions',
      '36 mentions',
      '55 mentions',
    ]);
  });

  it('vouches for its other sizes, and for nothing else of its owner', () => {
    const text =
      'a = AutoModel.from_pretrained("acme/RoTwo-base")\nppl("acme/RoTwo-medium", "acme/corpus-medium", "data/RoTwo-medium")\n';
    expect(at(text, 'a.py')).toEqual(['31 loads', '54 loads']);
  });

  it('is not where it is a part of something longer or a data set', () => {
    const text =
      'm = AutoModel.from_pretrained("acme/sharp")\n# github.com/acme/sharp, acme/sharp/src, acme/sharp-data, the dataset acme/sharp\nload_dataset("acme/sharp")\n';
    expect(at(text, 'a.py')).toEqual(['31 loads']);
  });

  it('is read in time that grows with the text', () => {
    const text = (lines: number): string =>
      'AutoModel.from_pretrained("acme/sharp")\n' + '# acme/sharp acme/dull\n'.repeat(lines);
    expect(detect(text(150), 'a.py').references).toHaveLength(151);
    expect(detect(text(50_000), 'a.py').references.length).toBeLessThan(1_000);
  });
});

describe('a recorded answer', () => {
  it.each([
    [
      'a.py',
      "meta={'model': 'gpt-4o', 'index': 0, 'finish_reason': 'stop', 'usage': {'total_tokens': 9}}",
      'lists',
    ],
    ['a.json', '{"id": "x", "object": "chat.completion", "model": "gpt-4o", "choices": []}', 'lists'],
    ['a.py', 'ChatCompletion(id="x", model="gpt-4o", usage=CompletionUsage(total_tokens=9))', 'lists'],
    ['a.sh', '{"id": "x", "object": "chat.completion", "model": "gpt-4o", "choices": []}', 'lists'],
    ['a.sh', 'curl x -d \'{"model": "gpt-4o", "messages": []}\'\n{"usage": {"total_tokens": 9}}', 'calls'],
    ['a.json', '{"model": "gpt-4o", "messages": [{"role": "user", "content": "x"}]}', 'calls'],
    ['a.js', 'function ask() { const model = "gpt-4o"; log(answer.finish_reason = 1) }', 'calls'],
    ['a.json', '{"request": {"model": "gpt-4o"}, "response": {"finish_reason": "stop"}}', 'calls'],
  ])('%s: %s', (path, text, role) => expect(detect(text, path).references[0]?.role).toBe(role));
});

describe("a name that a server of one's own gives", () => {
  const registryOf = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(
      ({ text: name, registry, model }) => `${name} ${registry} ${model ?? '-'}`,
    );

  it.each([
    ['a.sh', 'curl http://localhost:8080/v1/chat/completions -d \'{"model": "gpt-4o", "messages": []}\''],
    [
      'a.py',
      'client = OpenAI(base_url="http://127.0.0.1:8080/v1")\nclient.chat.completions.create(model="gpt-4o")',
    ],
    ['a.sh', 'vllm serve --served-model-name gpt-4o'],
    ['a.yaml', 'name: gpt-4o\nparameters:\n  model: foo.bin\n'],
    ['a.yaml', 'model_list:\n  - model_name: gpt-4o\n    litellm_params:\n      api_base: x\n'],
  ])('%s: %s', (path, text) => expect(registryOf(text, path)).toEqual(['gpt-4o local -']));

  it.each([
    [
      'a.py',
      'local = OpenAI(base_url="http://localhost:8080/v1")\nother = OpenAI()\nother.chat.completions.create(model="gpt-4o")',
    ],
    [
      'a.sh',
      'curl http://localhost:8080/v1/models\ncurl https://api.openai.com/v1/chat/completions -d \'{"model": "gpt-4o"}\'',
    ],
    ['a.yaml', '- name: gpt-4o\n- name: other\n  parameters:\n    model: foo.bin\n'],
    ['a.md', 'Ask http://localhost:8080/v1, not gpt-4o.'],
    ['a.md', '```yaml\nbase: http://localhost:8080/v1\n```\n```yaml\nmodel: gpt-4o\n```\n'],
  ])("%s: %s is nobody else's", (path, text) =>
    expect(registryOf(text, path)).toEqual([expect.stringContaining('gpt-4o openai')]),
  );
});

describe('a file of weights', () => {
  const idsOf = (text: string, path: string): readonly string[] =>
    detect(text, path).references.map(({ text: name, id }) => `${name} ${id}`);

  it('is of the repository that an address of it names', () => {
    const entry =
      'model: models/Foo-8B.Q4_K_M.gguf\nfiles:\n  - filename: Foo-8B.Q4_K_M.gguf\n    uri: huggingface://acme/Foo-8B-GGUF/Foo-8B.Q4_K_M.gguf\n';
    expect(idsOf(entry, 'a.yaml')).toEqual([
      'Foo-8B.Q4_K_M.gguf acme/Foo-8B-GGUF',
      'Foo-8B.Q4_K_M.gguf acme/Foo-8B-GGUF',
      'huggingface://acme/Foo-8B-GGUF/Foo-8B.Q4_K_M.gguf acme/Foo-8B-GGUF',
    ]);
    expect(
      idsOf(
        'wget https://huggingface.co/acme/Foo-8B-GGUF/resolve/main/Foo-8B.Q4_K_M.gguf\nllama-cli -m Foo-8B.Q4_K_M.gguf\n',
        'a.sh',
      )[1],
    ).toBe('Foo-8B.Q4_K_M.gguf acme/Foo-8B-GGUF');
  });

  it('is of the one repository beside it', () => {
    expect(
      idsOf(
        '- file: Foo-8B.Q4_K_M.gguf\n  uri: https://huggingface.co/acme/Foo-8B-GGUF/resolve/main/q4.gguf\n',
        'a.yaml',
      )[0],
    ).toBe('Foo-8B.Q4_K_M.gguf acme/Foo-8B-GGUF');
    expect(
      idsOf('hf_hub_download(repo_id="acme/Foo-8B-GGUF", filename="Foo-8B.Q4_K_M.gguf")', 'a.py')[1],
    ).toBe('Foo-8B.Q4_K_M.gguf acme/Foo-8B-GGUF');
  });

  it('is of the nearest of several repositories with a file of its name', () => {
    const at = (owner: string): string =>
      `- file: Foo-8B.Q4_K_M.gguf\n  uri: huggingface://${owner}/Foo-8B-GGUF/Foo-8B.Q4_K_M.gguf\n`;
    expect(detect(at('acme') + at('zenith'), 'a.yaml').references.map(({ id }) => id)).toEqual([
      'acme/Foo-8B-GGUF',
      'acme/Foo-8B-GGUF',
      'zenith/Foo-8B-GGUF',
      'zenith/Foo-8B-GGUF',
    ]);
  });

  it('is itself where no repository, or more than one, is named with it', () => {
    expect(idsOf('model: Foo-8B.Q4_K_M.gguf\n', 'a.yaml')).toEqual(['Foo-8B.Q4_K_M.gguf Foo-8B.Q4_K_M.gguf']);
    expect(
      idsOf('draft_model: acme/Foo-1B\nbase_model: acme/Foo-8B\nfile: Foo-8B.Q4_K_M.gguf\n', 'a.yaml')[2],
    ).toBe('Foo-8B.Q4_K_M.gguf Foo-8B.Q4_K_M.gguf');
  });

  it('is read in time that grows with the text', () => {
    const entry = '- file: Foo-8B.Q4_K_M.gguf\n  uri: huggingface://acme/Foo-8B-GGUF/Foo-8B.Q4_K_M.gguf\n';
    expect(detect(entry.repeat(5_000), 'a.yaml').references).toHaveLength(10_000);
  });
});

describe('where', () => {
  it.each([
    ['a.py', 'm = "gpt-4o"', 'code'],
    ['a.py', '# gpt-4o', 'comment'],
    ['a.yaml', 'model: gpt-4o\n', 'config'],
    ['a.sh', 'ollama run llama3.1:8b', 'cli'],
    ['a.md', 'We use gpt-4o.', 'prose'],
    ['a.md', 'https://huggingface.co/acme/thing', 'url'],
    ['a.py', 'm = "llama-2-7b.Q4_K_M.gguf"', 'file'],
  ])('%s: %s', (path, text, where) => expect(detect(text, path).references[0]?.where).toBe(where));
});

describe('revision', () => {
  it.each([
    [
      'a.py',
      'AutoModel.from_pretrained("acme/thing-7b", revision="v1.0")',
      { value: 'v1.0', immutable: false },
    ],
    [
      'a.py',
      'AutoModel.from_pretrained("acme/thing-7b", revision="0e7f3cf6b7a2a51e6d0e1d8ba0c3b0a0c9d8e7f6")',
      { value: '0e7f3cf6b7a2a51e6d0e1d8ba0c3b0a0c9d8e7f6', immutable: true },
    ],
    [
      'a.py',
      'AutoModel.from_pretrained(revision="main", pretrained_model_name_or_path="acme/thing-7b")',
      { value: 'main', immutable: false },
    ],
    [
      'a.yaml',
      'files:\n  - uri: https://huggingface.co/acme/thing/resolve/main/x.gguf\n    sha256: 0e7f3cf6b7a2a51e6d0e1d8ba0c3b0a0c9d8e7f60e7f3cf6b7a2a51e6d0e1d8b\n',
      { value: 'sha256:0e7f3cf6b7a2a51e6d0e1d8ba0c3b0a0c9d8e7f60e7f3cf6b7a2a51e6d0e1d8b', immutable: true },
    ],
    [
      'a.yaml',
      'files:\n  - uri: https://huggingface.co/acme/thing/resolve/main/x.gguf\n  - sha256: 0e7f3cf6b7a2a51e6d0e1d8ba0c3b0a0c9d8e7f60e7f3cf6b7a2a51e6d0e1d8b\n',
      { value: 'main', immutable: false },
    ],
    [
      'a.json',
      '[{"sha256": "0e7f3cf6b7a2a51e6d0e1d8ba0c3b0a0c9d8e7f60e7f3cf6b7a2a51e6d0e1d8b", "url": "https://huggingface.co/acme/thing/resolve/main/x.gguf"}, {"name": "x"}]',
      { value: 'sha256:0e7f3cf6b7a2a51e6d0e1d8ba0c3b0a0c9d8e7f60e7f3cf6b7a2a51e6d0e1d8b', immutable: true },
    ],
    [
      'a.json',
      '[{"sha256": "0e7f3cf6b7a2a51e6d0e1d8ba0c3b0a0c9d8e7f60e7f3cf6b7a2a51e6d0e1d8b"}, {"url": "https://huggingface.co/acme/thing/resolve/main/x.gguf"}]',
      { value: 'main', immutable: false },
    ],
    [
      'a.yaml',
      'files:\n  - uri: https://huggingface.co/acme/thing/resolve/main/x.gguf\n    sha256: ""\n',
      { value: 'main', immutable: false },
    ],
    [
      'a.md',
      'https://huggingface.co/acme/thing/resolve/191239b/x.gguf',
      { value: '191239b', immutable: true },
    ],
    [
      'a.md',
      'https://huggingface.co/acme/thing/resolve/refs%2Fpr%2F14/x.gguf',
      { value: 'refs/pr/14', immutable: false },
    ],
    ['a.sh', 'hf download acme/thing-7b --revision 191239b', { value: '191239b', immutable: true }],
    ['a.py', 'AutoModel.from_pretrained("acme/thing-7b@v2")', { value: 'v2', immutable: false }],
    [
      'requirements.txt',
      'https://github.com/explosion/spacy-models/releases/download/en_core_web_sm-3.8.0/x.whl',
      { value: '3.8.0', immutable: false },
    ],
    ['a.py', 'AutoModel.from_pretrained("acme/thing-7b")', undefined],
    [
      'a.tf',
      'resource "azurerm_cognitive_deployment" "s" {\n  model {\n    format = "OpenAI"\n    name = "gpt-4"\n    version = "0613"\n  }\n}\n',
      { value: '0613', immutable: false },
    ],
    [
      'a.bicep',
      "resource d 'Microsoft.CognitiveServices/accounts/deployments@2023-05-01' = {\n  properties: { model: { format: 'OpenAI', name: 'gpt-4', version: 'turbo-2024-04-09' } }\n}\n",
      { value: 'turbo-2024-04-09', immutable: false },
    ],
    [
      'a.tf',
      'resource "azurerm_cognitive_deployment" "s" {\n  version = "1"\n  model {\n    name = "gpt-4"\n  }\n}\n',
      undefined,
    ],
    ['a.yaml', 'agent: { model: gpt-4o, version: "2.0" }\n', undefined],
  ])('%s: %s', (path, text, revision) =>
    expect(detect(text, path).references[0]?.revision).toEqual(revision),
  );
});

describe('a model of Azure with its version', () => {
  it.each([
    ['gpt-4', 'turbo-2024-04-09', 'gpt-4-turbo-2024-04-09'],
    ['gpt-4', '0613', 'gpt-4-0613'],
    ['gpt-4', 'of-our-own', 'gpt-4'],
  ])('%s of %s is looked up as %s', (name, version, id) => {
    const text = `resource "azurerm_cognitive_deployment" "s" {\n  model {\n    name = "${name}"\n    version = "${version}"\n  }\n}\n`;
    expect(detectReferences(text, { path: 'a.tf', catalog: builtCatalog() }).references).toMatchObject([
      { text: name, id, registry: 'azure' },
    ]);
  });
});

describe('what is looked up', () => {
  it.each([
    ['a.py', 'SentenceTransformer("our-minilm-v3")', 'sentence-transformers/our-minilm-v3', null],
    [
      'a.py',
      'SentenceTransformer("all-MiniLM-L6-v2")',
      'sentence-transformers/all-MiniLM-L6-v2',
      'sentence-transformers/all-MiniLM-L6-v2',
    ],
    [
      'a.md',
      'https://huggingface.co/meta-llama/Llama-3.1-8B-Instruct/tree/main',
      'meta-llama/Llama-3.1-8B-Instruct',
      'meta-llama/Llama-3.1-8B-Instruct',
    ],
    ['a.sh', 'ollama run hf.co/acme/Qwen3-8B-GGUF:Q4_K_M', 'hf.co/acme/Qwen3-8B-GGUF', null],
    ['a.py', 'completion(model="groq/llama-3.3-70b-versatile")', 'llama-3.3-70b-versatile', null],
    ['a.yaml', 'model: bert-base-uncased\n', 'bert-base-uncased', 'google-bert/bert-base-uncased'],
  ])('%s: %s', (path, text, id, model) =>
    expect(detect(text, path).references[0]).toMatchObject({ id, model }),
  );
});

describe('evidence and confidence', () => {
  it('name the place first, then the catalog', () => {
    expect(
      detect('AutoModel.from_pretrained("meta-llama/Llama-3.1-8B-Instruct")', 'a.py').references[0],
    ).toMatchObject({
      confidence: 'high',
      evidence: ['loader:transformers.from_pretrained', 'catalog'],
    });
    expect(detect('model: acme/llama-7b\n', 'a.yaml').references[0]).toMatchObject({
      confidence: 'medium',
      evidence: ['key:model'],
    });
    expect(detect('see acme/llama-7b', 'a.md').references[0]).toMatchObject({
      confidence: 'low',
      evidence: ['family:llama'],
    });
  });
});

describe('bad input', () => {
  const ODD = [
    '',
    ' ',
    '"',
    "'",
    '`',
    '"""',
    '/*',
    '<!--',
    '```',
    '---',
    '[',
    '{',
    '(',
    ')',
    '}',
    ']',
    '\\',
    '${',
    '{{',
    '://',
    'hf://',
    'https://huggingface.co/',
    '<',
    '&',
    '#',
    '=',
    ':',
    '-',
    '\u0000',
    '\ud800',
    '\u2028',
    '\r',
    '\r\n',
    '🙂',
    'model:',
    'model=',
    'FROM',
    'FROM ',
    'ollama run',
    'from_pretrained(',
    'from_pretrained("',
    '"model": "',
    '- - - -',
    ': : :',
    '| | |',
    'a: [',
    'a: {',
    '<a b=',
    '<script>',
    '<<EOF',
    '%%bash',
    '!',
  ];
  const PATHS = [
    'a.py',
    'a.ts',
    'a.rs',
    'a.sh',
    'a.yaml',
    'a.json',
    'a.toml',
    'a.md',
    'a.html',
    'a.rst',
    'a.sql',
    'a.env',
    'a.ini',
    'Dockerfile',
    'Modelfile',
    'requirements.txt',
    'a.ipynb',
    'a.ps1',
    'a.txt',
  ];

  it.each(PATHS)('never throws and finds nothing in %s', (path) => {
    for (const text of ODD) expect(detect(text, path).references, JSON.stringify(text)).toEqual([]);
  });

  it('keeps ranges right behind a BOM, emoji and CRLF', () => {
    const text = '\ufeff# 🙂🙂\r\nm = "gpt-4o"\r\n';
    const [reference] = detect(text, 'a.py').references;
    expect(text.slice(reference?.range.start, reference?.range.end)).toBe('gpt-4o');
  });

  it('gives references in order and without overlaps', () => {
    const text =
      'see https://huggingface.co/acme/llama-7b and gpt-4o, `gpt-4o-mini`, acme/llama-7b:Q4_K_M; ollama run llama3.1:8b';
    const { references } = detect(text, 'a.md');
    expect(references.length).toBeGreaterThan(3);
    for (const [index, { range }] of references.entries())
      expect(range.start).toBeGreaterThanOrEqual(references[index - 1]?.range.end ?? 0);
    for (const { range, text: own } of references) expect(text.slice(range.start, range.end)).toBe(own);
  });
});

describe('collectConfigValues', () => {
  it.each([
    [
      '.env',
      'MODEL_ID=acme/one\nPORT=80\nexport LLM_MODEL="gpt-4o"\n',
      { MODEL_ID: 'acme/one', LLM_MODEL: 'gpt-4o' },
    ],
    ['config.yaml', 'llm:\n  model_name: acme/one\n  temperature: 0\n', { model_name: 'acme/one' }],
    ['k8s.yaml', 'env:\n  - name: MODEL_ID\n    value: acme/one\n', { MODEL_ID: 'acme/one' }],
    ['c.json', '{"embedding": {"modelId": "acme/one"}, "note": "a b"}', { modelId: 'acme/one' }],
    ['c.toml', '[llm]\nmodel = "acme/one"\n', { model: 'acme/one' }],
    ['Dockerfile', 'ENV MODEL_ID=acme/one', { MODEL_ID: 'acme/one' }],
    [
      '.env.production',
      'LLM_URL=https://gateway.acme.eu/v1\nAPI_HOST=gateway\nOTHER_URL=${LLM_URL}\nurl=http://x.eu\n',
      { LLM_URL: 'https://gateway.acme.eu/v1' },
    ],
    [
      'compose.yaml',
      'services:\n  web:\n    environment:\n      LLM_BASE_URL: http://gateway:4000/v1\n',
      { LLM_BASE_URL: 'http://gateway:4000/v1' },
    ],
    ['a.py', 'MODEL = "acme/one"', {}],
  ])('%s', (path, text, values) =>
    expect(Object.fromEntries(collectConfigValues(text, path))).toEqual(values),
  );
});

it('a document in a string has the context of the place that it is written at', () => {
  const text =
    'const A: &str = r#"\n[llm]\nmodel = "gpt-4o"\n"#;\n#[cfg(test)]\nmod tests {\n    const B: &str = r#"\n[llm]\nmodel = "gpt-4o-mini"\n"#;\n}\n';
  expect(detect(text, 'src/lib.rs').references.map(({ text: name, context }) => [name, context])).toEqual([
    ['gpt-4o', 'product'],
    ['gpt-4o-mini', 'test'],
  ]);
});
