import { describe, expect, it } from 'vitest';
import { render } from '../../../../src/core/message';
import { detect } from '../marked';

const usesOf = (text: string, path: string): readonly unknown[] =>
  detect(text, path).references.map(({ id, role, host }) => [id, role, host]);

const task = (command: string, list: string): string =>
  `- name: Get the models\n  ansible.builtin.command:\n    cmd: "${command}"\n${list}  register: pull\n`;
const LOOP = '  loop:\n    - mistral:7b\n    - codestral:22b\n';
const job = (matrix: string, run: string): string =>
  `on: push\njobs:\n  get:\n    strategy:\n      matrix:\n${matrix}    steps:\n      - run: ${run}\n`;
const MATRIX = '        model: [mistral:7b, codestral:22b]\n';
const LOADED = [
  ['mistral:7b', 'loads', 'self'],
  ['codestral:22b', 'loads', 'self'],
];

describe('the list that a task or a matrix of jobs goes over', () => {
  it.each([
    ['tasks/main.yml', task('ollama pull {{ item }}', LOOP)],
    ['tasks/main.yml', task('ollama pull {{ item }}', LOOP.replace('loop', 'with_items'))],
    ['tasks/main.yml', task("ollama pull '{{ item | quote }}' --insecure", LOOP)],
    [
      'tasks/main.yml',
      task('ollama pull {{ item.tag }}', '  loop:\n    - tag: mistral:7b\n    - tag: codestral:22b\n'),
    ],
    [
      'play.yml',
      `vars:\n  models:\n    - mistral:7b\n    - codestral:22b\n` +
        task('ollama pull {{ item }}', '  loop: "{{ models }}"\n'),
    ],
    [
      'play.yml',
      `vars:\n  models:\n    - tag: mistral:7b\n    - tag: codestral:22b\n` +
        task('ollama pull {{ item.tag }}', "  with_items: '{{ models | list }}'\n"),
    ],
    [
      'Taskfile.yml',
      'vars:\n  MODELS:\n    - mistral:7b\n    - codestral:22b\ntasks:\n  get:\n    cmds:\n' +
        '      - for: { var: MODELS }\n        cmd: ollama pull {{.ITEM}}\n',
    ],
    [
      'Taskfile.yml',
      'vars:\n  MODELS: [mistral:7b, "codestral:22b"]\ntasks:\n  get:\n    cmds:\n' +
        '      - for:\n          var: MODELS\n          as: MODEL\n        cmd: ollama pull {{ .MODEL }}\n',
    ],
    [
      'Taskfile.yml',
      'tasks:\n  get:\n    cmds:\n      - for: [mistral:7b, codestral:22b]\n        cmd: ollama pull {{.ITEM}}\n',
    ],
    [
      'Taskfile.yml',
      'tasks:\n  get:\n    cmds:\n      - for: { matrix: { MODEL: ["mistral:7b", "codestral:22b"] } }\n' +
        '        cmd: ollama pull {{.ITEM.MODEL}}\n',
    ],
    ['.github/workflows/a.yml', job(MATRIX, 'ollama pull ${{ matrix.model }}')],
    [
      '.github/workflows/a.yml',
      job(
        '        include:\n          - model: mistral:7b\n          - model: codestral:22b\n',
        'ollama pull "${{ matrix.model }}"',
      ),
    ],
  ])('is loaded where a command gets each element: %s %s', (path, text) =>
    expect(usesOf(text, path)).toEqual(LOADED),
  );

  it('gives the command as the reason', () => {
    const [first] = detect(task('ollama pull {{ item }}', LOOP), 'tasks/main.yml').references;
    expect((first?.why ?? []).map((why) => render(why))).toContain('ollama pull gets it from here');
  });

  it.each([
    ['tasks/main.yml', task('ollama rm {{ item }}', LOOP)],
    ['tasks/main.yml', task('echo {{ item }}', LOOP)],
    ['tasks/main.yml', task('ollama pull {{ other }}', LOOP)],
    [
      'play.yml',
      `vars:\n  models:\n    - mistral:7b\n    - codestral:22b\n` +
        task('ollama pull {{ item }}', '  loop: "{{ others }}"\n'),
    ],
    ['values.yaml', 'models:\n  - mistral:7b\n  - codestral:22b\ncommand: ollama pull {{ item }}\n'],
  ])('is not loaded where no program gets it: %s %s', (path, text) =>
    expect(usesOf(text, path)).not.toContainEqual(['codestral:22b', 'loads', 'self']),
  );
});

describe('the list that resources of Terraform are made for', () => {
  const resource = (each: string, command = 'ollama pull ${each.value}'): string =>
    `resource "null_resource" "pull" {\n  for_each = ${each}\n  provisioner "local-exec" {\n    command = "${command}"\n  }\n}\n`;
  const names = '["mistral:7b", "codestral:22b"]';

  it.each([
    resource(`toset(${names})`),
    resource(`toset(${names})`, 'ollama pull ${each.key}'),
    `locals {\n  models = ${names}\n}\n${resource('toset(local.models)')}`,
    `variable "models" {\n  type    = list(string)\n  default = ${names}\n}\n${resource('var.models')}`,
  ])('is loaded where a command gets each element: %s', (text) =>
    expect(usesOf(text, 'main.tf')).toEqual(LOADED),
  );

  it('is only known where the command gets another, or nothing of it', () => {
    const listed = ['lists', 'lists'];
    const rolesOf = (text: string): readonly string[] =>
      detect(text, 'main.tf').references.map(({ role }) => role);
    expect(rolesOf(`locals {\n  models = ${names}\n}\n${resource('toset(local.others)')}`)).toEqual(listed);
    expect(
      rolesOf(`locals {\n  models = ${names}\n}\n${resource('local.models', 'echo ${each.value}')}`),
    ).toEqual(listed);
  });
});

describe('an element that only its command tells to be a model', () => {
  const OWN = 'huihui_ai/llama3.2-abliterated:3b';
  const HUB = 'hf.co/bartowski/Qwen2.5-7B-Instruct-GGUF:Q4_K_M';
  const found = (text: string, path: string): readonly unknown[] =>
    detect(text, path).references.map((reference) => [
      text.slice(reference.range.start, reference.range.end),
      reference.role,
      reference.host,
    ]);
  const PULLED = [
    [OWN, 'loads', 'self'],
    [HUB, 'loads', 'self'],
  ];

  it.each([
    [
      'a.yml',
      `- hosts: gpu\n  tasks:\n    - command: ollama pull {{ item }}\n      loop: ["${OWN}", "${HUB}"]\n`,
    ],
    ['a.yml', task('ollama pull {{ item }}', `  with_items:\n    - ${OWN}\n    - ${HUB}\n`)],
    [
      'a.yml',
      `vars:\n  wanted:\n    - ${OWN}\n    - ${HUB}\n${task('ollama pull {{ item }}', '  loop: "{{ wanted }}"\n')}`,
    ],
    [
      '.github/workflows/a.yml',
      job(`        model: ["${OWN}", "${HUB}"]\n`, 'ollama pull ${{ matrix.model }}'),
    ],
    [
      'main.tf',
      `resource "null_resource" "pull" {\n  for_each = toset(["${OWN}", "${HUB}"])\n  provisioner "local-exec" {\n    command = "ollama pull \${each.value}"\n  }\n}\n`,
    ],
  ])('is one, in %s: %s', (path, text) => {
    expect(found(text, path)).toEqual(PULLED);
  });

  it('is none in the list of another task', () => {
    const other = task('docker pull {{ item }}', '  loop: ["redis:7", "acme/worker:3b"]\n');
    expect(found(other + task('ollama pull {{ item }}', `  loop: ["${OWN}", "${HUB}"]\n`), 'a.yml')).toEqual(
      PULLED,
    );
    expect(found(task('ollama pull {{ item }}', `  loop: ["${OWN}", "${HUB}"]\n`) + other, 'a.yml')).toEqual(
      PULLED,
    );
  });
});

describe('the words that a loop of a shell goes over', () => {
  const loop = (body: string, before = ''): string =>
    `${before}for NAME in "phi-4" "mistral:7b"; do\n${body}done\n`;
  const roles = (text: string): readonly string[] => [
    ...new Set(detect(text, 'a.sh').references.map(({ role }) => role)),
  ];
  const size = 'size() {\n  echo "$1" | sed -E \'s/a(|b)/;c/\'\n}\n';

  it.each([
    loop('  echo "Model: $NAME"\n'),
    loop('  printf "%s\\n" "${NAME}"\n  sleep 1\n'),
    loop('  echo "Size: $(size "$NAME")"\n', size),
  ])('are no use where it only writes them: %s', (text) => {
    expect(roles(text)).toEqual(['lists']);
  });

  it.each([
    loop('  ollama pull "$NAME"\n'),
    loop('  ./run.sh "$NAME"\n'),
    loop('  echo "$(ask "$NAME")"\n'),
    loop('  echo "$(ask "$NAME")"\n', 'ask() {\n  ollama run "$1"\n}\n'),
    loop('  echo "$NAME" | xargs ollama pull\n'),
    loop('  echo "$NAME" >> models.txt\n'),
  ])('are one where it may give them on: %s', (text) => {
    expect(roles(text)).not.toContain('lists');
  });
});

describe('the variables of hosts and roles of Ansible', () => {
  const rolesOf = (path: string, text: string): readonly string[] =>
    detect(text, path).references.map(({ role }) => role);
  const list = (name: string): string => `${name}:\n  - qwen2.5:7b\n  - llama3.2-vision:11b\n`;

  it.each([
    ['group_vars/all.yml', list('ollama_models')],
    ['inventory/host_vars/gpu1.yml', list('ollama_pull_models')],
    ['roles/ollama/defaults/main.yml', list('ollama_models_to_pull')],
    [
      'group_vars/all.yml',
      'ollama_models:\n  - name: qwen2.5:7b\n    keep: true\n  - name: llama3.2-vision:11b\n',
    ],
  ])('tell what a role gets for Ollama: %s %s', (path, text) =>
    expect(rolesOf(path, text)).toEqual(['loads', 'loads']),
  );

  it.each([
    ['group_vars/all.yml', list('ollama_known_models')],
    ['group_vars/all.yml', list('chat_models')],
    ['src/ollama/choices.yml', list('ollama_models')],
  ])('only list others: %s %s', (path, text) => expect(rolesOf(path, text)).toEqual(['lists', 'lists']));
});

describe('a list whose elements a flag for models gets', () => {
  const MODELS = '        model: [gpt-4o, gpt-4-0613]\n';
  const rolesOf = (run: string): readonly string[] => [
    ...new Set(detect(job(MODELS, run), 'ci.yaml').references.map(({ role }) => role)),
  ];

  it('is asked by its program', () => {
    expect(rolesOf('python a.py --model ${{ matrix.model }}')).toEqual(['calls']);
    expect(rolesOf('./ask.sh --llm-model="${{ matrix.model }}" x')).toEqual(['calls']);
  });

  it('is only listed where the flag is for something else, or the line is written', () => {
    expect(rolesOf('python a.py --label ${{ matrix.model }}')).toEqual(['lists']);
    expect(rolesOf('echo a --model ${{ matrix.model }}')).toEqual(['lists']);
  });
});
