import { describe, expect, it } from 'vitest';
import { detect } from './marked';

function chosenAtRuntime(argument: string): readonly string[] {
  return detect(`AutoModel.from_pretrained(${argument})\n`, 'a.py').runtimeChoices.map(
    ({ expression }) => expression,
  );
}

describe('a model that is chosen when the program runs', () => {
  it.each(['args.model', 'name', 'config["model"]'])('is told: %s', (argument) => {
    expect(chosenAtRuntime(argument)).toEqual([argument]);
  });

  it.each([
    'getpass.getpass("key")',
    'api_key',
    'settings.api-key',
    'token',
    'Secret(name)',
    'new Uri(host)',
    'base_url',
  ])('is none where a secret or an address is given: %s', (argument) => {
    expect(chosenAtRuntime(argument)).toEqual([]);
  });
});
