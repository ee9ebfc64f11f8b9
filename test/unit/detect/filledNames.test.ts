import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const OWNER = 'naver';
const NAME = 'splade-cocondenser-ensembledistil';
const WHOLE = `${OWNER}/${NAME}`;

/** What is done with which model, and the places that say so. */
function made(text: string, path: string, configValues?: ReadonlyMap<string, string>): readonly string[] {
  const written = text.replaceAll('@O', OWNER).replaceAll('@N', NAME);
  return detect(written, path, configValues && { configValues })
    .references.filter(({ id }) => id.endsWith(WHOLE))
    .map(({ role, text: place }) => `${role} ${place}`);
}

const VALUES = new Map([
  ['part model.owner', OWNER],
  ['part model.name', NAME],
  ['part OWNER', OWNER],
  ['part NAME', NAME],
]);
const CONSTANTS = new Map(
  ['consts', 'app', 'Consts'].flatMap((module): [string, string][] => [
    [`part ${module} OWNER`, OWNER],
    [`part ${module} NAME`, NAME],
  ]),
);
const container = (args: string): string =>
  `spec:\n  containers:\n    - name: llm\n      image: vllm/vllm-openai:v0.6.0\n      args: ["--model", ${args}]\n`;

describe('a name that is put together', () => {
  it.each([
    // Templates of charts, with the values that other files give them.
    [
      'a.yaml',
      container('"{{ .Values.model.owner }}/{{ .Values.model.name }}"'),
      'serves {{ .Values.model.owner }}/{{ .Values.model.name }}',
    ],
    [
      'a.yaml',
      container('{{ printf "%s/%s" .Values.model.owner .Values.model.name }}'),
      'serves {{ printf "%s/%s" .Values.model.owner .Values.model.name }}',
    ],
    ['a.yaml', container('"@O/{{ .Values.model.name }}"'), 'serves naver/{{ .Values.model.name }}'],
    [
      'a.yaml',
      `model: "{{ .Values.org | default "@O" }}/{{ .Values.llm | default "@N" }}"\n`,
      `loads {{ .Values.org | default "${OWNER}" }}/{{ .Values.llm | default "${NAME}" }}`,
    ],
    [
      '_helpers.tpl',
      '{{- define "llm.model" -}}\n{{- printf "%s/%s" .Values.model.owner .Values.model.name -}}\n{{- end -}}\n',
      'loads {{- printf "%s/%s" .Values.model.owner .Values.model.name -}}',
    ],
    // Terraform.
    [
      'a.tf',
      'variable "o" {\n  default = "@O"\n}\nlocals {\n  n = "@N"\n  model_id = "${var.o}/${local.n}"\n}\n',
      'loads ${var.o}/${local.n}',
    ],
    [
      'a.tf',
      'locals {\n  o = "@O"\n  n = "@N"\n  model_id = format("%s/%s", local.o, local.n)\n}\n',
      'loads format("%s/%s", local.o, local.n)',
    ],
    [
      'a.tf',
      'locals {\n  o = "@O"\n  n = "@N"\n  model_id = join("/", [local.o, local.n])\n}\n',
      'loads join("/", [local.o, local.n])',
    ],
    // Settings, scripts, workflows.
    ['.env', 'ORG=@O\nLLM=@N\nMODEL_ID=${ORG}/${LLM}\n', 'loads ${ORG}/${LLM}'],
    [
      'compose.yaml',
      'services:\n  llm:\n    image: vllm/vllm-openai\n    command: --model ${OWNER}/${NAME}\n',
      'serves ${OWNER}/${NAME}',
    ],
    ['Makefile', 'ORG := @O\nLLM ?= @N\nserve:\n\tvllm serve $(ORG)/$(LLM)\n', 'serves $(ORG)/$(LLM)'],
    ['Dockerfile', 'FROM vllm/vllm-openai\nARG ORG=@O\nENV MODEL_ID=${ORG}/@N\n', `serves \${ORG}/${NAME}`],
    ['a.sh', 'ORG=${ORG:-@O}\nLLM=${1:-@N}\nhf download $ORG/$LLM\n', 'loads $ORG/$LLM'],
    ['a.sh', 'for m in other @N; do\n  hf download @O/$m\ndone\n', 'loads naver/$m'],
    [
      '.github/workflows/a.yml',
      'env:\n  ORG: @O\n  LLM: @N\njobs:\n  a:\n    steps:\n      - run: hf download ${{ env.ORG }}/${{ env.LLM }}\n',
      'loads ${{ env.ORG }}/${{ env.LLM }}',
    ],
    // Code.
    [
      'a.py',
      'O = "@O"\nN = "@N"\nm = AutoModel.from_pretrained(os.path.join(O, N))\n',
      'loads os.path.join(O, N)',
    ],
    ['a.py', 'O = os.getenv("O", "@O")\nMODEL_ID = f"{O}/@N"\n', `loads {O}/${NAME}`],
    [
      'a.ts',
      "const o = '@O';\nconst n = '@N';\nconst p = await pipeline('text-generation', [o, n].join('/'));\n",
      "loads [o, n].join('/')",
    ],
    [
      'a.php',
      '<?php $o = "@O"; $n = "@N"; $client->chat()->create(["model" => "{$o}/{$n}"]);\n',
      'loads {$o}/{$n}',
    ],
    [
      'a.rs',
      'const O: &str = "@O";\nconst N: &str = "@N";\nlet r = api.model(format!("{O}/{N}"));\n',
      'loads {O}/{N}',
    ],
  ])('is one of what it gives, in %s: %s', (path, text, place) =>
    expect(made(text, path, VALUES)).toContain(place),
  );

  it.each([
    // Nothing gives one of the parts anything, or only something else in its place.
    ['a.yaml', 'model: "{{ .Values.other.owner }}/{{ .Values.model.name }}"\n'],
    ['a.yaml', 'model: "{{ .Release.owner }}/{{ .Values.model.name }}"\n'],
    ['a.yaml', 'model: "{{ .Values.model.owner | upper }}/{{ .Values.model.name }}"\n'],
    ['a.tf', 'locals {\n  o = "@O"\n  n = "@N"\n  model_id = "${module.llm.o}/${local.n}"\n}\n'],
    ['a.tf', 'locals {\n  o = "@O"\n  n = "@N"\n  model_id = "${var.o}/${local.n}"\n}\n'],
    ['a.py', 'O = "@O"\nN = "@N"\nm = AutoModel.from_pretrained("{O}/{N}")\n'],
    ['a.py', 'O = load("@O")\nN = "@N"\nm = AutoModel.from_pretrained(f"{O}/{N}")\n'],
    // Only a part of a longer path.
    ['a.sh', 'ORG=@O\nLLM=@N\nls /data/$ORG/$LLM\n'],
    ['a.sh', 'ORG=@O\nLLM=@N\n# hf download $ORG/$LLM\n'],
  ])('is none of what nobody gives it, in %s: %s', (path, text) =>
    expect(made(text, path, VALUES).filter((one) => !one.startsWith('mentions'))).toEqual([]),
  );

  it('is told once where the text names its model already', () =>
    expect(made('M=@O/@N\nORG=@O\nLLM=@N\nvllm serve $M\nvllm serve $ORG/$LLM\n', 'a.sh')).toEqual([
      `serves ${WHOLE}`,
    ]));

  it('is each of those that it may be, as far as they are known', () => {
    const text =
      'on: push\njobs:\n  a:\n    strategy:\n      matrix:\n        o: [meta-llama, openai]\n        n: [Llama-3.1-8B-Instruct, whisper-large-v3]\n    steps:\n      - run: hf download ${{ matrix.o }}/${{ matrix.n }}\n';
    const ids = detect(text, '.github/workflows/a.yml').references.map(({ id }) => id);
    expect(ids.filter((id) => id.includes('/')).sort()).toEqual([
      'meta-llama/Llama-3.1-8B-Instruct',
      'openai/whisper-large-v3',
    ]);
  });

  it.each([
    ['a.py', 'from consts import OWNER, NAME\nm = AutoModel.from_pretrained(f"{OWNER}/{NAME}")\n'],
    ['a.py', 'from app.consts import *\nm = AutoModel.from_pretrained(f"{OWNER}/{NAME}")\n'],
    ['a.py', 'from app import consts\nm = AutoModel.from_pretrained(f"{consts.OWNER}/{consts.NAME}")\n'],
    ['a.py', 'from consts import OWNER as O\nm = AutoModel.from_pretrained(f"{O}/@N")\n'],
    [
      'a.ts',
      'import { OWNER, NAME } from "./consts.js";\nawait pipeline("fill-mask", `${OWNER}/${NAME}`);\n',
    ],
    [
      'a.ts',
      'import { OWNER, NAME } from "./consts/index";\nawait pipeline("fill-mask", `${OWNER}/${NAME}`);\n',
    ],
    ['app/a.go', 'package app\n\nvar repo = hub.New(fmt.Sprintf("%s/%s", OWNER, NAME))\n'],
    ['a.go', 'import "x.y/app"\nvar repo = hub.New(app.OWNER + "/" + app.NAME)\n'],
    ['a.rs', 'use crate::consts::{OWNER, NAME};\nlet r = api.model(format!("{}/{}", OWNER, NAME));\n'],
    ['a.rs', 'mod consts;\nlet r = api.model(format!("{}/{}", consts::OWNER, consts::NAME));\n'],
    ['a.cs', 'var url = $"https://huggingface.co/{Consts.OWNER}/{Consts.NAME}/resolve/main/model.onnx";\n'],
  ])('is what other code keeps its parts as, in %s: %s', (path, text) =>
    expect(made(text, path, CONSTANTS)).toEqual([expect.stringMatching(/^loads /)]),
  );

  it.each([
    ['a.py', 'from others import OWNER, NAME\nm = AutoModel.from_pretrained(f"{OWNER}/{NAME}")\n'],
    ['a.py', 'm = AutoModel.from_pretrained(f"{OWNER}/{NAME}")\n'],
    ['b/a.go', 'package b\n\nvar repo = hub.New(fmt.Sprintf("%s/%s", OWNER, NAME))\n'],
  ])('is none of what another module keeps, in %s: %s', (path, text) =>
    expect(made(text, path, CONSTANTS)).toEqual([]),
  );
});
