import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/core/engine';
import { projectAt } from '../../../src/node/projectAt';
import { CATALOG } from '../licenses/support';

const engine = createEngine(CATALOG, { now: () => 0 });
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'project-'));
  mkdirSync(join(root, '.git'));
  mkdirSync(join(root, 'service'));
  writeFileSync(join(root, 'package.json'), '{ "name": "a", "license": "MIT" }');
  writeFileSync(join(root, '.model-policy.yaml'), 'version: 1\nuse: { purpose: research }\n');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('what a folder is judged by', () => {
  it('is the policy and the license that stand in it', async () => {
    const project = await projectAt(root, { audited: root, cwd: root }, engine);
    expect(project.policy?.use.purpose).toBe('research');
    expect(project.projectLicense).toBe('mit');
  });

  it('is the policy above it, but no license from above what is audited', async () => {
    const service = join(root, 'service');
    const alone = await projectAt(service, { audited: service, cwd: root }, engine);
    expect(alone.policy?.use.purpose).toBe('research');
    expect(alone).not.toHaveProperty('projectLicense');
    const within = await projectAt(service, { audited: root, cwd: root }, engine);
    expect(within.projectLicense).toBe('mit');
  });

  it('is nothing where the policy cannot be used', async () => {
    writeFileSync(join(root, '.model-policy.yaml'), 'version: 1\nuse: { purpos: research }\n');
    await expect(projectAt(root, { audited: root, cwd: root }, engine)).rejects.toThrow(
      /policy \.model-policy\.yaml cannot be used/,
    );
  });
});
