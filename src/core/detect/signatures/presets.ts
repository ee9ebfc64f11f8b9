import type { Site } from '../site';

/** Whether a name is the preset of a workspace of KAITO: https://kaito-project.github.io/kaito/docs/presets */
export function isPresetOfWorkspace({ key, parents }: Pick<Site, 'key' | 'parents'>): boolean {
  return key === 'name' && parents[0] === 'preset' && parents[1] === 'inference';
}
