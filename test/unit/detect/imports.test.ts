import { describe, expect, it } from 'vitest';
import { Imports, type Imported } from '../../../src/core/detect/imports';

const importOf = (text: string, name: string): Imported | undefined => new Imports(text).get(name);

describe('what a text imports', () => {
  it.each([
    ['from faster_whisper import WhisperModel', 'WhisperModel', 'WhisperModel', 'faster_whisper'],
    ['from faster_whisper import WhisperModel as W', 'W', 'WhisperModel', 'faster_whisper'],
    ['    from a.b import C, D\n', 'D', 'D', 'a.b'],
    ['from a import (\n    B,\n    C as E,\n)\nx = 1', 'E', 'C', 'a'],
    ['import a.b as c', 'c', '', 'a.b'],
    ['import c "a.dev/b"', 'c', '', 'a.dev/b'],
    ['import (\n\t"fmt"\n\tc "a.dev/b-d"\n)', 'c', '', 'a.dev/b-d'],
    ['package main\n\nimport (\n\t"fmt"\n\n\t"a.dev/b/c"\n)', 'c', '', 'a.dev/b/c'],
    ['package main\n\nimport "a.dev/b/c/v2"\n', 'c', '', 'a.dev/b/c/v2'],
    ['import a, b.d as c', 'c', '', 'b.d'],
    [
      "import { pipeline } from '@huggingface/transformers'",
      'pipeline',
      'pipeline',
      '@huggingface/transformers',
    ],
    ['import { a as b, c } from "x"', 'b', 'a', 'x'],
    ['import {\n  a,\n  b,\n} from "x";', 'b', 'b', 'x'],
    ["import * as ai from 'x'", 'ai', '', 'x'],
    ["import OpenAI from 'openai'", 'OpenAI', 'OpenAI', 'openai'],
    ["import OpenAI, { toFile } from 'openai'", 'toFile', 'toFile', 'openai'],
    ['import a as b\nfrom c import d', 'd', 'd', 'c'],
    ['from a import B   as\tC', 'C', 'B', 'a'],
    ['from 設定.層 import 模型 as モデル', 'モデル', '模型', '設定.層'],
    ["import { 模型 } from './模型'", '模型', '模型', './模型'],
    ['import { a  as  b } from "x"', 'b', 'a', 'x'],
    ['import a.b  as  c', 'c', '', 'a.b'],
    ["import {a}from'x'", 'a', 'a', 'x'],
    ['from a import B as', 'B', 'B', 'a'],
    [`from a import (${'x, '.repeat(600)}B)`, 'B', 'B', 'a'],
  ])('%j: %s is %s of %s', (text, used, name, module) =>
    expect(importOf(text, used)).toEqual({ name, module }),
  );

  it.each([
    ['from a import B as C', 'B'],
    ['reimport a as b', 'b'],
    ['imported a as b', 'b'],
    ['important = a as b', 'b'],
    ['import a', 'a'],
    ['import "b/a"', 'a'],
    ['package main\n\nimport _ "a.dev/b/a"\n', 'a'],
    ['package main\n\nimport "a.dev/b/a-go"\n', 'go'],
    [`from a import (${'x, '.repeat(700)}B)`, 'B'],
    [`from a import x${' '.repeat(2_000)}, B`, 'B'],
    [`from ${'a'.repeat(120)} import B`, 'B'],
    ['from a import B of C', 'C'],
    ['import a.b of c', 'c'],
    ['import * from "x"', '*'],
    ['import a-b as c', 'c'],
    ['from a import 5x', '5x'],
    ['from a import 5x as y', 'y'],
    ['from a import B-C', 'B-C'],
    ['import * of y from "x"', 'y'],
    ['', 'a'],
  ])('%j: nothing under %s', (text, used) => expect(importOf(text, used)).toBeUndefined());

  it('is told from the last of two of one name', () =>
    expect(importOf('from a import B\nfrom c import B', 'B')?.module).toBe('c'));
});

describe('what a module gives to who imports it without braces', () => {
  it.each([
    ['import client from "./client"', 'client', true],
    ["import client, { other } from './client';", 'client', true],
    ["import client, { other } from './client';", 'other', false],
    ['import { client } from "./client"', 'client', false],
    ['import * as client from "./client"', 'client', false],
    ['from client import client', 'client', false],
  ])('%s: %s %s', (text, name, is) => expect(new Imports(text).isDefault(name)).toBe(is));
});
