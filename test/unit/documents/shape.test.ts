import { describe, expect, it } from 'vitest';
import { isProse, languageByShape } from '../../../src/core/documents/shape';

const shapeOf = (text: string): string | undefined => languageByShape(text, { start: 0, end: text.length });

describe('languageByShape', () => {
  it.each([
    ['#!/usr/bin/env python3\nx', 'python'],
    ['#!/bin/sh\nx', 'shellscript'],
    ['#!/usr/bin/env -S uv run --script\nx', 'python'],
    ['{ "model": "x" }', 'json'],
    ['[\n  {"a": 1}\n]', 'json'],
    ['"model_id": "x",\n"region": "y",\n', 'json'],
    ['"llm": {\n  "model": "x"\n},\n', 'json'],
    ['"model": "x"\n"port": 80\n', 'yaml'],
    ['"model": x, y\n"port": 80\n', 'yaml'],
    ['<?xml version="1.0"?><a></a>', 'xml'],
    ['<settings>\n <a/>\n</settings>', 'xml'],
    ['<!DOCTYPE html><p>', 'html'],
    ['host: 0.0.0.0\nport: 8000\n', 'yaml'],
    ['    model_list:\n      - model_name: chat\n        x: y', 'yaml'],
    ['- name: a\n  value: b\n- name: c', 'yaml'],
    ['model: acme/thing', 'yaml'],
    ['{{- if .Values.x }}\nmodel: a\nport: 1\n{{- end }}', 'yaml'],
    ['# settings\nMODEL_ID=acme/thing\nexport PORT=80', 'dotenv'],
    ['[server]\nmodel = "a"\nport = 80', 'toml'],
    ['[server]\nmodel = a\nport = 80', 'ini'],
    ['spring.ai.model=a\nspring.ai.port=80', 'properties'],
    ['1: OpenAI - gpt-4o\n2: OpenAI - gpt-4o-mini\n', undefined],
    ['FROM python:3\nRUN pip install x', 'dockerfile'],
    ['# A coach\nFROM llama3.1:8b\nPARAMETER num_ctx 4096\n\nSYSTEM """Be short.\nBe kind."""', 'modelfile'],
    ['import os\nprint(1)', 'python'],
    ['import a from "a"\nconst b = a()', 'typescript'],
    ['set -eu\nexport HF_HOME=/data\nvllm serve acme/thing', 'shellscript'],
    ['./build/bin/sd -m models/x.gguf -p "a cat"', 'shellscript'],
    ['.\\bin\\Release\\sd.exe -m ..\\models\\x.gguf', 'shellscript'],
    ['$ serve acme/thing', 'shellscript'],
    ['(ask (dict :model "x"\n           :top 1))', 'lisp'],
    ['(setq model "x")\n\n(defun ask (text)\n  (post text))', 'lisp'],
    ['(api/ask {:model "x"})', 'clojure'],
    ['(defn ask [text]\n  (post text))', 'clojure'],
    ['(ask "x" (list 1))', undefined],
    ['(see :model for more)\nand so on (here)', undefined],
    ['(setq model "x"', undefined],
    ['(venv) $ python run.py', 'shellscript'],
    ['PS C:\\work> main.exe -m x.gguf', 'shellscript'],
    ['ask all --model acme/thing', 'shellscript'],
    ['pip install vllm\nvllm serve acme/thing \\\n  --port 80', 'shellscript'],
    ['# quantize\nCUDA_VISIBLE_DEVICES=0 python run.py acme/thing', 'shellscript'],
    ['A=1\nB=python3 app.py', 'dotenv'],
    ['library(openai)\nclient <- OpenAI()\nf(client)', 'r'],
    ['client <- OpenAI()\nanswer <- client$chat$create(\n  model = "x"\n)', 'r'],
  ])('%j is %s', (text, language) => expect(shapeOf(text)).toBe(language));

  it.each([
    '',
    '   \n',
    'We use acme/thing for everything.',
    'Welcome to the cluster.\nLast year we compared: nothing.',
    'User: what is the weather like in the city today?\nAssistant: it is sunny and warm, as it was on the day before.',
    'Note: we use it.',
    '{{ name }} is fine',
    '{not json}',
    '[link](target)',
    '<b>bold</b> words',
    'Set the key.\nMODEL=x',
    'x = 1',
    'do\n  x <- ask\n  y <- ask',
    'x <- ask\nprint x\nprint y',
    'library(openai)',
    'go to the shop and buy bread.',
    '$ 5 for a million tokens',
    'usage: ask [--model acme/thing]',
    'The answer --model gave',
    'models/\n  acme-thing.txt',
    'models/acme/thing-7b.gguf',
    '"Ask me," she said.\n"x": "y",',
    '- one thing\n- another thing',
  ])('%j is nothing sure', (text) => expect(shapeOf(text)).toBeUndefined());

  it('looks at its part of the text only', () => {
    const text = 'Prose. {"a": 1} More.';
    expect(languageByShape(text, { start: 7, end: 15 })).toBe('json');
  });
});

describe('isProse', () => {
  const prose = (text: string): boolean => isProse(text, { start: 0, end: text.length });
  it('tells words for people from code', () => {
    expect(prose('We met on Friday.\nNothing was decided.')).toBe(true);
    expect(prose('main = do\n  x <- f (y)\n  g [x]')).toBe(false);
  });
});
