import { describe, expect, it } from 'vitest';
import { detect } from '../marked';
import { toldOf } from './told';

describe('programs on command lines', () => {
  const PYTHON = "from transformers import AutoModel; AutoModel.from_pretrained('BAAI/bge-m3')";

  it.each([
    ['setup.sh', `python -c "${PYTHON}"\n`],
    [
      'setup.sh',
      `python3 -c "\nfrom transformers import AutoModel\nAutoModel.from_pretrained('BAAI/bge-m3')\n"\n`,
    ],
    ['setup.sh', `sh -c 'python -c "${PYTHON.replaceAll("'", '\\"')}"'\n`],
    ['Dockerfile', `FROM python\nRUN pip install x && python -c "${PYTHON}"\n`],
    ['Dockerfile', `FROM python\nRUN python -c "\\\n ${PYTHON.replace('; ', '; \\\n ')}"\n`],
    ['compose.yaml', `services:\n  a:\n    command: python -c "${PYTHON}"\n`],
    ['.github/workflows/a.yaml', `jobs:\n  a:\n    steps:\n      - run: python -c "${PYTHON}"\n`],
    ['Makefile', `get:\n\tpython -c "${PYTHON}"\n`],
    ['package.json', `{ "scripts": { "get": "python -c \\"${PYTHON}\\"" } }\n`],
  ])('are read in their language in %s', (path, text) => {
    const [reference, ...others] = detect(text, path).references;
    expect(others).toEqual([]);
    expect([reference?.text, reference?.role]).toEqual(['BAAI/bge-m3', 'loads']);
    expect(text.slice(reference?.range.start, reference?.range.end)).toBe('BAAI/bge-m3');
  });

  it('are no programs where the word before says nothing of one', () => {
    const [reference] = detect(
      `git commit -m "use BAAI/bge-m3 from_pretrained('BAAI/bge-m3')"\n`,
      'a.sh',
    ).references;
    expect(reference?.role).toBe('mentions');
  });
});

describe('what a variable keeps for a command', () => {
  const roleIn = (text: string) => detect(text, 'a.sh').references.map(({ role }) => role);

  it.each([
    'ARGS="--model BAAI/bge-m3 --port 80"\npython serve.py $ARGS\n',
    'export ARGS=\'--model BAAI/bge-m3 --x "a b"\'\n',
    'ARGS="\\\n    --model_name_or_path BAAI/bge-m3 \\\n    --tokens \'<a>\' \\\n"\neval "python train.py $ARGS"\n',
    'ARGS="\n  --model_name_or_path BAAI/bge-m3\n  --lora True\n"\n',
    'VLLM_CONTEXT_ARGS="--model BAAI/bge-m3 --port 80"\n',
    'TEXT_SERVER_ARGS="--model BAAI/bge-m3 --port 80"\n',
    'MESSAGE_SERVER_ARGS="--model BAAI/bge-m3 --port 80"\n',
  ])('is read as its arguments: %j', (text) => expect(roleIn(text)).toEqual(['loads']));

  it.each([
    'USAGE="--model BAAI/bge-m3  which model to run"\n',
    'RUN_HELP_TEXT="--model BAAI/bge-m3  which model to run"\n',
    'HELP_MODEL="--model BAAI/bge-m3 is the default"\n',
    'USAGE_EXAMPLE="--model BAAI/bge-m3 --port 80"\n',
    'ERROR_NO_MODEL="--model BAAI/bge-m3 was not found"\n',
    'echo "--model BAAI/bge-m3 is deprecated"\n',
    'X="use --model BAAI/bge-m3"\n',
  ])('is none of these where people are told of it: %j', (text) =>
    expect(roleIn(text)).toEqual(['mentions']),
  );
});

describe('a here-document that a loop reads line by line', () => {
  const loop = (body: string, names = 'repo folder'): string =>
    `while read -r ${names}; do\n  ${body}\ndone <<'LIST'\n# ours\nBAAI/bge-m3 embed\ndslim/bert-base-NER entities\nLIST\necho end\n`;
  const told = (text: string): readonly unknown[] =>
    detect(text, 'a.sh').references.map(({ text: name, role }) => `${name} ${role}`);

  it.each([
    [loop('hf download "$repo" --local-dir "m/$folder"')],
    [loop('hf download ${repo}')],
    [loop('[ -d "$repo" ] && continue\n  hf download "$repo";', 'repo')],
  ])('is what its command gets: %s', (text) =>
    expect(told(text)).toEqual(['BAAI/bge-m3 loads', 'dslim/bert-base-NER loads']),
  );

  it.each([[loop('echo "$repo"')], [loop('hf download "$folder"')]])('names models otherwise: %s', (text) =>
    expect(told(text)).toEqual(['BAAI/bge-m3 mentions', 'dslim/bert-base-NER mentions']),
  );
});

it('a here-document is a part of the request that goes on over lines', () => {
  const text = `curl https://llm.acme.dev/v1/responses \\\n  -H "A: b" \\\n  -d @- <<EOF\n{\n  "model": "gpt-4o"\n}\nEOF\n`;
  expect(detect(text, 'a.sh').references.map(({ host }) => host)).toEqual(['llm.acme.dev']);
});

it('a here-document without an end goes on to that of the script', () => {
  const text = "python - <<'EOF'\nm = AutoModel.from_pretrained('acme/thing-7b')\n";
  const kinds = (script: string): readonly unknown[] =>
    detect(script, 'a.sh').references.map(({ role, where }) => [role, where]);
  expect(kinds(text)).toEqual([['loads', 'code']]);
  expect(kinds(`${text}EOF\n`)).toEqual([['loads', 'code']]);
});

describe('a command in a text that a shell fills in or runs', () => {
  const roles = (text: string, path = 'a.sh'): readonly unknown[] =>
    detect(text, path).references.map(({ text: name, role }) => [name, role]);

  it.each<[text: string, path?: string]>([
    ['x="$(ollama run llama3.1 "Sum up: $1")"\n'],
    ['echo "said $(ollama run llama3.1 hi) and ended"\n'],
    ['local x="`ollama run llama3.1`"\n'],
    ['[[ -n "$(ollama run llama3.1 q)" ]] && echo yes\n'],
    ['x="$(cat "$(ollama run llama3.1)")"\n'],
    ['CMD="ollama run llama3.1"\n$CMD hi\n'],
    ['su - app -c "ollama run llama3.1"\n'],
    ["ssh host 'ollama run llama3.1'\n"],
    ['eval "ollama run llama3.1"\n'],
    ['ollama run llama3.1>out\n'],
    ['$x = ollama run llama3.1 hi\n', 'a.ps1'],
    ['"hi" | ollama run llama3.1\n', 'a.ps1'],
  ])('loads its model: %j', (text, path) => expect(roles(text, path)).toEqual([['llama3.1', 'loads']]));

  it.each<[text: string, path?: string]>([
    ["echo 'say $(ollama run llama3.1 hi)'\n"],
    ['echo "Run ollama pull llama3.1 first"\n'],
    ['git commit -m "ollama run llama3.1"\n'],
    ['$x = "ollama run llama3.1"\n', 'a.ps1'],
  ])('only names it: %j', (text, path) => expect(roles(text, path)).toEqual([['llama3.1', 'mentions']]));
});

describe('what is told of a script', () => {
  it.each([
    ['hf download a/b\n', ['$ hf download a/b']],
    ['M=gpt-4o\n', ['$ M=gpt-4o', 'M := gpt-4o']],
    ['export M="gpt-4o"\n', ['$ export M="gpt-4o"', 'M := gpt-4o']],
    ["x 'gpt-4o is it'\n", ['"gpt-4o is it\'" prose', "$ x 'gpt-4o is it'"]],
    ['a && b c || d; e | f &\n', ['$ a', '$ b c', '$ d', '$ e', '$ f']],
    ['a \\\n  b\n', ['$ a b']],
    ['# gpt-4o\na # gpt-4.1\n', ['"# gpt-4o" comment', '"# gpt-4.1" comment', '$ a']],
    ['if a; then b; fi\n', ['$ if a', '$ then b', '$ fi']],
    ['for m in a b; do c $m; done\n', ['$ for m in a b', '$ do c $m', '$ done']],
    ['cat <<EOF\nm: gpt-4o\nEOF\nx\n', ['$ cat', '"m: gpt-4o" prose', '$ x']],
    ['a=(b c)\n', ['$ b c']],
    ['python -c "m = \'gpt-4o\'"\n', ["python {m = 'gpt-4o'}", '$ python -c "m = \'gpt-4o\'"']],
    ['sh -c "hf download a/b"\n', ['shellscript {hf download a/b}', '$ sh -c "hf download a/b"']],
    ['case $a in\n  b) c d;;\nesac\n', ['$ case $a in', '$ b', '$ c d', '$ esac']],
    ['x "a $M b"\n', ['"a $M b"" prose', '$ x "a $M b"']],
    ['[ "$M" = "gpt-4o" ] && a\n', ['$ [ "$M" = "gpt-4o" ]', '$ a']],
    [
      'curl -d \'{"model": "gpt-4o"}\' x\n',
      ['"{"model": "gpt-4o"}\'" prose', '$ curl -d \'{"model": "gpt-4o"}\' x'],
    ],
    ['a\\ b c\n', ['$ a\\ b c']],
    ['x "${M:-gpt-4o}"\n', ['$ x "${M:-gpt-4o}"']],
    ['! a b\n', ['$ ! a b']],
    ['time a b\n', ['$ time a b']],
    ['x <<-EOF\n\tgpt-4o\n\tEOF\ny\n', ['$ x', '"gpt-4o" prose', '$ y']],
  ])('%j: %j', (text, told) => expect(toldOf(text, 'shellscript')).toEqual(told));
});

describe('a command that goes on in the next line', () => {
  const NAME = 'mistralai/Ministral-8B-Instruct-2410';
  const role = (text: string, path: string): unknown =>
    detect(text, path).references.map(({ text: name, role: said }) => [name, said]);

  it.each([
    ['a.sh', '\\\n'],
    ['a.sh', '\\\r\n'],
    ['a.ps1', '`\n'],
    ['a.ps1', '`\r\n'],
    ['a.bat', '^\n'],
    ['a.cmd', '^\r\n'],
  ])('serves what it is given there, in %s behind %j', (path, end) => {
    expect(
      role(`docker run -d ${end}  vllm/vllm-openai:v0.11.0 ${end}  --model ${NAME} --port 80\n`, path),
    ).toEqual([[NAME, 'serves']]);
    expect(role(`python -m vllm.entrypoints.openai.api_server ${end}  --model ${NAME}\n`, path)).toEqual([
      [NAME, 'serves'],
    ]);
  });

  it('ends where no mark stands', () => {
    expect(role(`echo vllm serve\n$model = "${NAME}"\n`, 'a.ps1')).toEqual([[NAME, 'loads']]);
  });
});

describe('a row of values between bars, as an element of an array', () => {
  const found = (text: string) =>
    detect(text, 'a.sh').references.map(({ text: name, role }) => `${name} ${role}`);

  const APART = 'for a in "${A[@]}"; do get "${a%%|*}"; done\n';

  it.each([
    ['A=(\n  "acme/thing-7b|chat|8b"\n)\n', ['acme/thing-7b loads']],
    ["A=('chat | acme/thing-7b | A model to chat with')\n", ['acme/thing-7b loads']],
    ['A=("thing-7b.Q4_K_M.gguf|0a1b")\n', ['thing-7b.Q4_K_M.gguf loads']],
    [
      'A=("thing-7b.Q4_K_M.gguf|https://huggingface.co/acme/thing-7b/resolve/main/thing-7b.Q4_K_M.gguf")\n',
      ['thing-7b.Q4_K_M.gguf mentions', 'acme/thing-7b loads'],
    ],
  ])('is taken apart: %j', (text, expected) => expect(found(`${text}${APART}`)).toEqual(expected));

  it.each([
    'IFS="|" read -r a b <<< "$x"',
    'echo "$x" | cut -d "|" -f 1',
    "awk -F'|' '{print $1}'",
    'echo "${x#*|}"',
  ])('is taken apart by %s', (apart) =>
    expect(found(`A=("acme/thing-7b|chat")\n${apart}\n`)).toEqual(['acme/thing-7b loads']),
  );

  it.each([
    'A=("s|acme/thing-7b|x|" "acme/thing-7b|x")\n',
    'grep -E "acme/thing-7b|chat" log\n',
    'A=(chat code)\ngrep -E "acme/thing-7b|chat" log\n',
  ])('is none elsewhere: %j', (text) => expect(found(text)).toEqual([]));
});
