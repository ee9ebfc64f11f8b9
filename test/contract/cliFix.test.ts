import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folderWith } from './cli';

const OLD = 'distilbert-base-uncased-finetuned-sst-2-english';
const CODE = `from transformers import pipeline\nmood = pipeline("sentiment-analysis", model="${OLD}")\n`;
const POLICY = 'version: 1\nuse: { purpose: commercial, distribution: service }\n';

describe('fix', () => {
  it('lists what it would change, and writes nothing', async () => {
    const folder = folderWith({ 'app.py': CODE, '.model-policy.yaml': POLICY });
    const { code, stdout } = await cli(['fix'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('To change: 1 (files: 1)');
    expect(stdout).toContain('app.py:2:');
    expect(stdout).toContain('(model/renamed)');
    expect(readFileSync(join(folder, 'app.py'), 'utf8')).toBe(CODE);
  });

  it('writes the present name, keeps the rest of the file and finds nothing more', async () => {
    const folder = folderWith({ 'app.py': `${CODE}\r\n# ende\u{1F680}`, '.model-policy.yaml': POLICY });
    expect((await cli(['fix', '--apply'], { cwd: folder })).stdout).toContain('Changed: 1 (files: 1)');
    expect(readFileSync(join(folder, 'app.py'), 'utf8')).toBe(
      `${CODE.replace(OLD, `distilbert/${OLD}`)}\r\n# ende\u{1F680}`,
    );
    expect((await cli(['fix', '--apply'], { cwd: folder })).stdout).toBe('Nothing to change.\n');
  });

  it('takes another model only where that is asked for', async () => {
    const folder = folderWith({
      'app.py': 'm = SentenceTransformer("jinaai/jina-embeddings-v3")\n',
      '.model-policy.yaml': `${POLICY}licenses: { allow: [apache-2.0, mit], deny: ["category:non-commercial"] }\n`,
    });
    expect((await cli(['fix', '--apply'], { cwd: folder })).stdout).toBe('Nothing to change.\n');
    await cli(['fix', '--kind', 'replace', '--apply'], { cwd: folder });
    const { code } = await cli(['audit'], { cwd: folder });
    expect(code).toBe(0);
  });

  it('leaves a file in another encoding as it is, and says so', async () => {
    const text = Buffer.from(`\ufeff${CODE}`, 'utf16le');
    const folder = folderWith({ 'app.py': text, '.model-policy.yaml': POLICY });
    const { code, stderr } = await cli(['fix', '--apply'], { cwd: folder });
    expect(code).toBe(3);
    expect(stderr).toContain('not changed: app.py: it is not plain UTF-8');
    expect(statSync(join(folder, 'app.py')).size).toBe(text.length);
  });

  it('judges nothing by a policy that cannot be used', async () => {
    const folder = folderWith({ 'app.py': CODE, '.model-policy.yaml': 'version: 1\nlicences: {}\n' });
    const { code, stderr } = await cli(['fix', '--apply'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean "licenses"?');
    expect(readFileSync(join(folder, 'app.py'), 'utf8')).toBe(CODE);
  });
});
