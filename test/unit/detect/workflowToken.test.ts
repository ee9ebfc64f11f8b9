import { describe, expect, it } from 'vitest';
import { isTokenWithoutModels } from '../../../src/core/detect/workflowToken';
import { detect } from './marked';

/** A workflow that names a model beside a token. */
function workflow(permissions: string, token = '${{ secrets.GITHUB_TOKEN }}', ofJob = ''): string {
  return (
    `on: push\n${permissions}env:\n  GITHUB_TOKEN: ${token}\n  TEST_MODEL: meta-llama/Llama-3.1-8B-Instruct\n` +
    `jobs:\n  test:\n${ofJob}    runs-on: ubuntu-latest\n    steps:\n      - run: make test\n`
  );
}

const READS = 'permissions:\n  contents: read\n';
const hostIn = (text: string): unknown => detect(text, '.github/workflows/a.yml').references[0]?.host;

describe('the token of a workflow', () => {
  it('says nothing of another token beside it', () => {
    const own = workflow(READS).replace(
      '  TEST_MODEL',
      '  GITHUB_KEY: ${{ secrets.MODELS_PAT }}\n  TEST_MODEL',
    );
    expect([hostIn(workflow(READS)), hostIn(own)]).toEqual(['self', 'github-models']);
  });

  it('asks no models where the workflow says what it may do, and not that', () => {
    for (const text of [
      workflow(READS),
      workflow('permissions: { contents: read }\n'),
      workflow('permissions: {}\n'),
      workflow('permissions: # few\n  # to read\n  contents: read\n'),
      workflow(READS, '"${{ github.token }}"'),
      workflow(READS, undefined, '    permissions:\n      issues: write\n'),
    ]) {
      expect(isTokenWithoutModels(text), text).toBe(true);
      expect(hostIn(text), text).toBe('self');
    }
  });

  it('may ask them where the workflow says so, or not what it may do, or where people made it', () => {
    for (const text of [
      workflow(''),
      workflow(`${READS}  models: read\n`),
      workflow('permissions: read-all\n'),
      workflow('permissions:\n  contents: read\n', undefined, '    permissions:\n      models: read\n'),
      workflow('', undefined, '    permissions:\n      contents: read\n'),
      workflow(READS, undefined, '    permissions: write-all\n'),
      workflow(READS, '${{ secrets.MODELS_TOKEN }}'),
      workflow(READS, '${{ secrets.GITHUB_TOKEN || secrets.MODELS_TOKEN }}'),
      workflow(READS, '${{ steps.app.outputs.token }}'),
    ]) {
      expect(isTokenWithoutModels(text), text).toBe(false);
      expect(hostIn(text), text).toBe('github-models');
    }
  });

  it("is no workflow's in settings with a variable of that name", () => {
    expect(isTokenWithoutModels('permissions:\n  a: b\nGITHUB_TOKEN: ${{ secrets.GITHUB_TOKEN }}\n')).toBe(
      false,
    );
  });
});
