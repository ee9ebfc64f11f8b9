import { describe, expect, it } from 'vitest';
import { detect } from '../marked';
import { toldOf } from './told';

const found = (text: string, path = 'Dockerfile'): readonly string[] =>
  detect(text, path).references.map(({ text: name, role, where }) => `${name} ${role} ${where}`);

describe('a setting of an image', () => {
  it.each([
    ['with an equals sign', 'ENV MODEL_ID=acme/thing-7b OTHER=x\n', ['acme/thing-7b loads config']],
    ['in the old form', 'ENV MODEL_ID acme/thing-7b\n', ['acme/thing-7b loads config']],
    ['in the old form, in quotes', 'ENV MODEL_ID "acme/thing-7b"\n', ['acme/thing-7b loads config']],
    ['over lines', 'ENV A=b \\\n    MODEL_ID=acme/thing-7b\n', ['acme/thing-7b loads config']],
    [
      'over lines with a comment between them',
      'ENV A=b \\\n# a note\n    MODEL_ID=acme/thing-7b\n',
      ['acme/thing-7b loads config'],
    ],
    ['with its default', 'ARG MODEL_ID=acme/thing-7b\n', ['acme/thing-7b loads config']],
  ])('is read %s', (_, text, expected) => expect(found(`FROM scratch\n${text}`)).toEqual(expected));

  it.each(['ENV MODEL_ID=acme/thing-7b', 'ENV MODEL_ID acme/thing-7b'])('is what code reads: %s', (text) => {
    const image = `FROM scratch\n${text}\nRUN python3 <<EOF\nimport os\nAutoModel.from_pretrained(os.environ["MODEL_ID"])\nEOF\n`;
    expect(found(image)).toEqual(['acme/thing-7b loads config']);
  });
});

describe('a document in an instruction', () => {
  it('is of the language of the program or the file that it is for', () => {
    const python = 'm = AutoModel.from_pretrained("acme/thing-7b")\n';
    expect(found(`RUN python3 <<EOF\n${python}EOF\n`)).toEqual(['acme/thing-7b loads code']);
    expect(found(`COPY <<EOF /app/a.py\n${python}EOF\n`)).toEqual(['acme/thing-7b loads code']);
    expect(found('COPY <<EOF /app/a.yaml\nmodel: acme/thing-7b\nEOF\n')).toEqual([
      'acme/thing-7b loads config',
    ]);
  });

  it('ends at its mark, and is none where that is missing', () => {
    expect(found('RUN cat <<EOF > a\nx\nEOF\nENV MODEL_ID=acme/thing-7b\n')).toEqual([
      'acme/thing-7b loads config',
    ]);
    expect(found('RUN cat <<EOF > a\nx\nENV MODEL_ID=acme/thing-7b\nRUN cat <<EOS > b\n')).toEqual([
      'acme/thing-7b loads config',
    ]);
  });
});

describe('a line of a Modelfile', () => {
  it.each([
    ['FROM llama3.1:8b\n', ['llama3.1:8b serves config']],
    ['FROM "llama3.1:8b"\n', ['llama3.1:8b serves config']],
    ['from llama3.1:8b\n', ['llama3.1:8b serves config']],
    ['FROM gemma2:2b\nPARAMETER stop llama3.1:8b\n', ['gemma2:2b serves config']],
    ['FROM gemma2:2b\nTEMPLATE llama3.1:8b\n', ['gemma2:2b serves config']],
    ['FROM gemma2:2b\nSYSTEM Be like gpt-4o.\n', ['gemma2:2b serves config', 'gpt-4o mentions config']],
    ['FROM gemma2:2b\nADAPTER ./house.gguf\n', ['gemma2:2b derives config']],
    ['FROM gemma2:2b\nSYSTEM """\nAn ADAPTER of plugs.\n"""\n', ['gemma2:2b serves config']],
    ['FROM gemma2:2b\nSYSTEM """\nADAPTER is a plug.\n"""\n', ['gemma2:2b serves config']],
    ['FROM gemma2:2b\nMESSAGE user """\nADAPTER is a plug.\n', ['gemma2:2b serves config']],
    [
      `FROM gemma2:2b\nSYSTEM """${'x'.repeat(5_000)}"""\nADAPTER ./house.gguf\n`,
      ['gemma2:2b derives config'],
    ],
    ['# FROM llama3.1:8b\nFROM gemma2:2b\n', ['llama3.1:8b mentions comment', 'gemma2:2b serves config']],
    ['# FROM here on: tiny\nFROM gemma2:2b\n', ['gemma2:2b serves config']],
    ['# like gpt-4o\nFROM gemma2:2b\n', ['gpt-4o mentions comment', 'gemma2:2b serves config']],
  ])('%j', (text, expected) => expect(found(text, 'Modelfile')).toEqual(expected));
});

describe('a comment in a Dockerfile', () => {
  it('has no model by an image that was built on before', () => {
    expect(found('# FROM debian:11-slim\nFROM python:3.12-slim\n')).toEqual([]);
    expect(found('# runs gpt-4o\nFROM python:3.12-slim\n')).toEqual(['gpt-4o mentions comment']);
  });
});

describe('what is told of the instructions of an image', () => {
  it.each([
    ['FROM a:b AS c\nRUN hf download a/b\n', ['a:b from', '$ hf download a/b']],
    ['ENV M=gpt-4o N="gpt-4.1"\n', ['gpt-4o M', 'M := gpt-4o', 'gpt-4.1 N', 'N := gpt-4.1']],
    ['ENV M gpt-4o\n', ['M := gpt-4o', 'gpt-4o M']],
    ['ARG M=gpt-4o\n', ['gpt-4o M', 'M := gpt-4o']],
    ['CMD ["hf", "download", "a/b"]\n', ['a/b', '$ hf download a/b']],
    ['ENTRYPOINT hf download a/b\n', ['$ hf download a/b']],
    ['RUN <<EOF\nhf download a/b\nEOF\n', ['shellscript {hf download a/b}']],
    ['RUN a \\\n  # so\n  && b c\n', ['"# so" comment', '$ a', '$ b c']],
    ['LABEL m="gpt-4o"\n', ['gpt-4o m', 'm := gpt-4o']],
    ['# gpt-4o\n', ['"# gpt-4o" comment']],
    ['COPY gpt-4o x\n', ['gpt-4o', 'x']],
    ['RUN ["a", "b"]\n', []],
  ])('%j: %j', (text, told) => expect(toldOf(text, 'dockerfile')).toEqual(told));
});
