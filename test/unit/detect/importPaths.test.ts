import { describe, expect, it } from 'vitest';
import { ImportPaths } from '../../../src/core/detect/importPaths';

describe('ImportPaths', () => {
  it.each([
    ['import com.acme.Model;', 'Model', ['com.acme.']],
    ['import static com.acme.Model.GPT_4;', 'GPT_4', ['com.acme.Model.']],
    ['import com.acme.Model.*;', '*', ['com.acme.Model.']],
    ['import com.acme.Model.GPT_4', 'GPT_4', ['com.acme.Model.']],
    ['use acme::openai;', 'openai', ['acme::']],
    ['pub use acme::openai::*;', '*', ['acme::openai::']],
    ['use acme::openai::{self, GPT_4};', 'GPT_4', ['acme::openai::']],
    ['use acme::{agent::A, p::{openai::{GPT_4}, gemini}};', 'GPT_4', ['acme::p::openai::']],
    ['use acme::{agent::A, p::{openai::{GPT_4}, gemini}};', 'gemini', ['acme::p::']],
    ['use acme::openai::GPT_4 as G;', 'GPT_4', ['acme::openai::']],
    ['using static Acme.Models;', '*', ['Acme.Models.']],
    ['use Acme\\Openai\\Gpt;', 'Gpt', ['Acme\\Openai\\']],
    ['import a.Model;\nimport b.Model;', 'Model', ['a.', 'b.']],
  ])('reads %s: %s comes from %j', (text, name, paths) => {
    expect(new ImportPaths(text).of(name)).toEqual(paths);
  });

  it.each([
    ['import a.Model as M', 'M', 'Model'],
    ['use acme::openai::Gpt as M;', 'M', 'Gpt'],
    ['use acme::{\n  openai as oa,\n};', 'oa', 'openai'],
    ['use Acme\\Openai\\Gpt as M;', 'M', 'Gpt'],
    ['using M = Acme.Models.Model;', 'M', 'Model'],
    ['import a.Model', 'Model', undefined],
    ['x = value as M;', 'M', undefined],
  ])('reads what a name is called where it comes from: %s: %s is %s', (text, name, original) => {
    expect(new ImportPaths(text).original(name)).toBe(original);
  });

  it.each([
    ['using Acme.Models;', 'Models'],
    ["import { Model } from './models';", 'Model'],
    ['x = import.meta.Model;', 'Model'],
  ])('takes nothing from %s', (text, name) => {
    expect(new ImportPaths(text).of(name)).toEqual([]);
  });
});
