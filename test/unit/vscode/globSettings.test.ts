import { describe, expect, it } from 'vitest';
import { hiddenGlobs, toGlobs } from '../../../src/vscode/files/globSettings';

const LEVELS = {
  defaultValue: { '**/.git': true, '**/tmp': true },
  globalValue: { '**/mine': true, '**/tmp': false },
  workspaceValue: { 'src/**': true, '**/mine': false },
  workspaceFolderValue: { 'deep/**': true },
};

describe('files that a setting hides', () => {
  it('are those of all levels in a trusted folder, the nearer level first', () => {
    expect(hiddenGlobs(LEVELS, true)).toEqual(['**/.git', 'src/**', 'deep/**']);
  });

  it('are those of the user alone in a folder that is not trusted', () => {
    expect(hiddenGlobs(LEVELS, false)).toEqual(['**/.git', '**/mine']);
  });

  it('are none where the setting holds something else', () => {
    expect(hiddenGlobs(undefined, true)).toEqual([]);
    expect(hiddenGlobs({ globalValue: 'src/**', workspaceValue: null }, true)).toEqual([]);
    expect(toGlobs({ a: true, b: { when: '$(basename).ts' }, c: 'true' })).toEqual(['a']);
  });
});
