import { describe, expect, it } from 'vitest';
import { foldersMeant, foldersNamed } from '../../../src/core/detect/localFolders';
import { detect } from './marked';

describe('a path in place of a model', () => {
  it.each([
    ['app.py', 'AutoModel.from_pretrained("./models/mine/")', ['models/mine']],
    ['app.py', 'DIR = "../models/mine"\nAutoModel.from_pretrained(DIR)', []],
    ['src/app.py', 'DIR = "../models/mine"\nAutoModel.from_pretrained(DIR)', ['models/mine']],
    ['run.sh', 'vllm serve ./weights/mine', ['weights/mine']],
    ['app.yaml', 'model: ./models/mine', ['models/mine']],
    ['app.ts', 'await pipeline("text-generation", "./models/mine");', ['models/mine']],
    ['app.yaml', 'output: ./models/mine', []],
    ['app.py', 'AutoModel.from_pretrained("/models/mine")', []],
    ['app.py', 'AutoModel.from_pretrained("https://example.org/models/mine")', []],
    ['app.py', 'load_dataset("./models/mine")', []],
  ])('may mean a folder of the project: %s, %s', (path, text, folders) => {
    const found = detect(text, path);
    expect(found.references).toEqual([]);
    expect(foldersNamed(found, path)).toEqual(folders);
  });

  it('means what lies beside the file first, then what lies in a folder above it', () => {
    expect(foldersMeant('a/b/c.py', 'm/n')).toEqual(['a/b/m/n', 'a/m/n', 'm/n']);
    expect(foldersMeant('a/b/c.py', '../m')).toEqual(['a/m', 'm']);
    expect(foldersMeant('c.py', '..')).toEqual([]);
  });
});
