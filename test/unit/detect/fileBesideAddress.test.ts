import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../support/builtCatalog';
import { TEST_CATALOG } from '../../support/catalog';

function rolesIn(path: string, text: string): readonly string[] {
  return detectReferences(text, { path, catalog: TEST_CATALOG }).references.map(
    ({ text: name, role }) => `${name} ${role}`,
  );
}

const ADDRESS = 'https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8n.pt';

describe('a file of weights beside its address', () => {
  it.each([
    ['get.sh', `wget ${ADDRESS} -O models/yolov8n.pt\n`],
    ['get.sh', `curl -L -o models/yolov8n.pt ${ADDRESS}\n`],
    ['weights.yaml', `- filename: yolov8n.pt\n  url: ${ADDRESS}\n`],
    ['config.ts', `export const file = 'yolov8n.pt';\nconst n = 1;\nexport const url = '${ADDRESS}';\n`],
  ])('in %s is no second use: %j', (path, text) => {
    expect([...rolesIn(path, text)].sort()).toEqual(['yolov8n.pt loads', 'yolov8n.pt mentions']);
  });

  it('stays a use where a loader opens it, on another line of code, and as another file', () => {
    for (const text of [
      `URL = "${ADDRESS}"\nmodel = YOLO("yolov8n.pt")\n`,
      `wget ${ADDRESS}\nyolo predict model=yolov8n.pt\n`,
    ])
      expect(rolesIn(text.startsWith('URL') ? 'a.py' : 'a.sh', text)).toEqual([
        'yolov8n.pt loads',
        'yolov8n.pt loads',
      ]);
    expect(rolesIn('weights.yaml', `- filename: yolov8s.pt\n  url: ${ADDRESS}\n`)).not.toContain(
      'yolov8s.pt mentions',
    );
  });
});

describe('a file that an address is kept as under another name', () => {
  const HUB =
    'https://huggingface.co/Qwen/Qwen2.5-7B-Instruct-GGUF/resolve/main/qwen2.5-7b-instruct-q4_k_m.gguf';
  const roles = (path: string, text: string): readonly string[] =>
    detectReferences(text, { path, catalog: builtCatalog() })
      .references.filter(({ text: name }) => name.startsWith('code-llama'))
      .map(({ role }) => role);

  it.each([
    ['get.sh', `MODEL="./models/code-llama-7b-chat.gguf"\nMODEL_DOWNLOAD_URL="${HUB}"\n`],
    ['.env', `MODEL=/models/code-llama-7b-chat.gguf\nMODEL_URL=${HUB}\n`],
    ['get.sh', `wget ${HUB} -O models/code-llama-7b-chat.gguf\n`],
    ['get.sh', `aria2c -c \\\n  ${HUB} -d models \\\n  -o code-llama-7b-chat.gguf\n`],
    ['get.sh', `curl -L -o code-llama-7b-chat.gguf ${HUB}\n`],
    ['get.sh', `curl -L ${HUB} > models/code-llama-7b-chat.gguf\n`],
  ])('in %s is no second use: %j', (path, text) => {
    expect(roles(path, text)).toEqual(['mentions']);
  });

  it.each([
    `MODEL="./models/code-llama-7b-chat.gguf"\nOTHER_URL="${HUB}"\n`,
    `wget ${HUB}\n./main -m models/code-llama-7b-chat.gguf\n`,
    `wget ${HUB} && ./main -o models/code-llama-7b-chat.gguf\n`,
  ])('stays one beside what it is not got from: %j', (text) => {
    expect(roles('get.sh', text)).toEqual(['loads']);
  });

  it.each([
    ['a.json', (path: string) => `[{\n"path": "${path}",\n"url": "${HUB}"\n}]\n`],
    ['a.yaml', (path: string) => `- path: ${path}\n  url: ${HUB}\n`],
  ])('is told once in a record of both, in %s', (path, text) => {
    const { references } = detectReferences(text('models/my-qwen2.5-7b-chat.gguf'), {
      path,
      catalog: builtCatalog(),
    });
    expect(references.find(({ text: name }) => name.startsWith('my-'))?.role).toBe('mentions');
  });
});

describe('a file of weights that a download of its repository names', () => {
  const roles = (path: string, text: string): readonly string[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(
      ({ text: name, role }) => `${name} ${role}`,
    );

  it.each([
    ['get.sh', 'hf download Qwen/Qwen2.5-7B-Instruct-GGUF qwen2.5-7b-instruct-q4_k_m.gguf --local-dir m\n'],
    [
      'get.sh',
      'huggingface-cli download \\\n  Qwen/Qwen2.5-7B-Instruct-GGUF \\\n  qwen2.5-7b-instruct-q4_k_m.gguf\n',
    ],
    ['Dockerfile', 'FROM x\nRUN hf download Qwen/Qwen2.5-7B-Instruct-GGUF qwen2.5-7b-instruct-q4_k_m.gguf\n'],
  ])('in %s is no second use: %j', (path, text) => {
    expect(roles(path, text)).toEqual([
      'Qwen/Qwen2.5-7B-Instruct-GGUF loads',
      'qwen2.5-7b-instruct-q4_k_m.gguf mentions',
    ]);
  });

  it('stays one in another command, and where only the file is known', () => {
    expect(roles('get.sh', 'hf download Qwen/Qwen3-8B && yolo predict model=yolo11n.pt\n')).toContain(
      'yolo11n.pt loads',
    );
    expect(roles('get.sh', 'hf download nobody/weights yolo11n.pt\n')).toContain('yolo11n.pt loads');
  });
});

describe('a file of weights beside its repository', () => {
  const rolesWithAll = (path: string, text: string): readonly string[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(
      ({ text: name, role }) => `${name} ${role}`,
    );

  it.each([
    [
      'a.json',
      '{"rules": [{"hf_repo": "ggml-org/gemma-3-1b-it-GGUF", "hf_filename": "gemma-3-1b-it-Q4_K_M.gguf"}]}',
    ],
    ['a.ts', "palEntry({ repo: 'ggml-org/gemma-3-1b-it-GGUF', filename: 'gemma-3-1b-it-Q4_K_M.gguf' });\n"],
    [
      'a.py',
      'hf_hub_download(repo_id="ggml-org/gemma-3-1b-it-GGUF", filename="gemma-3-1b-it-Q4_K_M.gguf")\n',
    ],
    [
      'a.ts',
      "const MODEL_URL = 'https://huggingface.co/ggml-org/gemma-3-1b-it-GGUF/resolve/main/gemma-3-1b-it-Q4_K_M.gguf';\nconst file = 'ggml-org/gemma-3-1b-it-GGUF/gemma-3-1b-it-Q4_K_M.gguf';\n",
    ],
  ])('in %s is no second use: %s', (path, text) => {
    expect(rolesWithAll(path, text).filter((role) => role.endsWith('loads'))).toEqual([
      'ggml-org/gemma-3-1b-it-GGUF loads',
    ]);
  });

  it('stays a use as a path on a disk, and where the repository is none', () => {
    const got =
      'hf_hub_download(repo_id="ggml-org/gemma-3-1b-it-GGUF", filename="gemma-3-1b-it-Q4_K_M.gguf")';
    expect(rolesWithAll('a.py', `${got}\nLlama(model_path="weights/gemma-3-1b-it-Q4_K_M.gguf")\n`)).toEqual([
      'ggml-org/gemma-3-1b-it-GGUF loads',
      'gemma-3-1b-it-Q4_K_M.gguf mentions',
      'gemma-3-1b-it-Q4_K_M.gguf loads',
    ]);
    expect(
      rolesWithAll('a.py', '# ggml-org/gemma-3-1b-it-GGUF\nLlama(model_path="gemma-3-1b-it-Q4_K_M.gguf")\n'),
    ).toContain('gemma-3-1b-it-Q4_K_M.gguf loads');
  });
});

describe('files of weights in a record of their repository', () => {
  const REPOSITORY = 'bartowski/Qwen2.5-7B-Instruct-GGUF';
  const modelsIn = (path: string, text: string): readonly string[] =>
    detectReferences(text, { path, catalog: builtCatalog() }).references.map(
      ({ id, role }) => `${id} ${role}`,
    );

  it.each([
    [
      'models.json',
      'mentions',
      '[{"repo": "bartowski/Qwen2.5-7B-Instruct-GGUF", "tags": {"Q4": "Qwen2.5-7B-Instruct-Q4_K_M.gguf", "Q8": "Qwen2.5-7B-Instruct-Q8_0.gguf"}}]',
    ],
    [
      'models.json',
      'lists',
      '[{"repo": "bartowski/Qwen2.5-7B-Instruct-GGUF", "files": ["Qwen2.5-7B-Instruct-Q4_K_M.gguf", "Qwen2.5-7B-Instruct-Q8_0.gguf"]}]',
    ],
    [
      'models.yaml',
      'mentions',
      '- repo: bartowski/Qwen2.5-7B-Instruct-GGUF\n  tags:\n    Q4: Qwen2.5-7B-Instruct-Q4_K_M.gguf\n    Q8: Qwen2.5-7B-Instruct-Q8_0.gguf\n',
    ],
    [
      'models.yaml',
      'lists',
      '- repo: bartowski/Qwen2.5-7B-Instruct-GGUF\n  files:\n    - Qwen2.5-7B-Instruct-Q4_K_M.gguf\n    - Qwen2.5-7B-Instruct-Q8_0.gguf\n',
    ],
  ])('in %s are its files, %s: %s', (path, role, text) => {
    expect(modelsIn(path, text)).toEqual([
      `${REPOSITORY} loads`,
      `${REPOSITORY} ${role}`,
      `${REPOSITORY} ${role}`,
    ]);
  });

  it('are not those of the next record', () => {
    const text =
      '[{"repo": "bartowski/Qwen2.5-7B-Instruct-GGUF"}, {"tags": {"Q4": "Qwen2.5-7B-Instruct-Q4_K_M.gguf"}}]';
    expect(modelsIn('models.json', text)).toEqual([
      `${REPOSITORY} loads`,
      'Qwen2.5-7B-Instruct-Q4_K_M.gguf loads',
    ]);
  });
});
