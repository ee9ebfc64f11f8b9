import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { isLoopedByName, isOfUsed, nameOfModelList } from '../../../src/core/detect/listNames';

const listOf = (text: string): string | undefined =>
  nameOfModelList(text, {
    at: Math.max(text.lastIndexOf('['), text.lastIndexOf('{'), text.lastIndexOf('(')),
  });

describe('the name of a list', () => {
  it.each([
    ['var ModelList = []model.Config{', 'ModelList'],
    ['const MODELS: readonly Model[] = [', 'MODELS'],
    ['static readonly Model[] KNOWN_MODELS =\n    [', 'KNOWN_MODELS'],
    ['var more_models = new List<Model> {', 'more_models'],
    ['val llmOptions = listOf(', 'llmOptions'],
    ['testModels := []Model{', 'testModels'],
  ])('tells models: %s', (text, name) => expect(listOf(text)).toBe(name));

  it.each([
    'const agents = [',
    'const modelConfig = [',
    'models: [',
    'x = ask(models) + other(',
    'options = [',
  ])('tells none: %s', (text) => expect(listOf(text)).toBeUndefined());
});

describe('a list of models', () => {
  it('is of used ones by a word of its name', () => {
    expect(isOfUsed('defaultModels')).toBe(true);
    expect(isOfUsed('knownModels')).toBe(false);
  });

  it('may be looped over', () => {
    const isLooped = (text: string): boolean => isLoopedByName(text, new Brackets(text), 'MODELS');
    expect(isLooped('for m in MODELS:\n')).toBe(true);
    expect(isLooped('for (const m of MODELS) {')).toBe(true);
    expect(isLooped('for (Model m : MODELS) {')).toBe(true);
    expect(isLooped('return MODELS\n')).toBe(false);
  });
});
