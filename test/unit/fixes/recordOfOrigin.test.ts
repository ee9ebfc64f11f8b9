import { describe, expect, it } from 'vitest';
import { english, render } from '../../../src/core/message';
import { recordReason } from '../../../src/core/fixes/recordOfOrigin';
import { fixContext } from './support';

const ID = 'meta-llama/Llama-3.1-8B-Instruct';

function reason(path: string, text: string, key = 'model'): string | undefined {
  const start = text.indexOf(ID);
  const found = recordReason(
    { range: { start, end: start + ID.length }, evidence: [`key:${key}`, 'catalog'] },
    fixContext({ path, text, ids: [] }),
  );
  return found && render(found, english);
}

describe('recordReason', () => {
  it('keeps what is saved with weights, and no other setting in JSON', () => {
    const weights = 'the file tells what its weights come from';
    expect(reason('m/config.json', `{"_name_or_path": "${ID}"}`, '_name_or_path')).toBe(weights);
    expect(
      reason(
        'a/adapter_config.json',
        `{"base_model_name_or_path": "${ID}", "peft_type": "LORA"}`,
        'base_model_name_or_path',
      ),
    ).toBe(weights);
    expect(reason('m/config.json', `{"architectures": ["X"], "text_encoder": "${ID}"}`)).toBe(weights);
    expect(reason('config.json', `{"model": "${ID}"}`)).toBeUndefined();
    expect(
      reason('train.yaml', `model_name_or_path: ${ID}\nname_or_path: ${ID}\n`, 'name_or_path'),
    ).toBeUndefined();
  });

  it('keeps the data at the head of a model card, and no text below it', () => {
    expect(reason('README.md', `---\nbase_model: ${ID}\n---\n# Card\n`, 'base_model')).toMatch(/weights/);
    expect(reason('README.md', `---\ntitle: x\n---\nmodel: ${ID}\n`)).toBeUndefined();
    expect(reason('README.md', `model: ${ID}\n`)).toBeUndefined();
  });

  it('keeps lock files and sums of files', () => {
    for (const path of ['models.lock', 'a/model-lock.yaml', 'SHA256SUMS', 'checksums.txt', 'm/x.sha256'])
      expect(reason(path, `x ${ID}\n`)).toBe('the file lists what was fetched');
    for (const path of ['block.yaml', 'locks.py', 'summary.txt'])
      expect(reason(path, `x ${ID}\n`)).toBeUndefined();
  });
});
