import { describe, expect, it } from 'vitest';
import { withPublished } from '../../../src/core/detect/published';
import { detect } from './marked';

const ID = 'acme/support-8b';

/** What the text does with the model that the policy describes. */
function told(text: string, path = 'train/a.py'): readonly string[] {
  return withPublished(detect(text, path), { text, path }, [ID, './folder'])
    .references.filter(({ text: name }) => name === ID)
    .map(({ role }) => role);
}

describe('a model of the project that a text uploads', () => {
  it.each([
    ['a.py', `model.push_to_hub("${ID}")\n`],
    ['a.py', `model.push_to_hub(repo_id="${ID}", private=False)\n`],
    ['a.py', `args = SFTConfig(output_dir="out", hub_model_id="${ID}", push_to_hub=True)\n`],
    ['a.py', `HfApi().upload_folder(folder_path="out", repo_id="${ID}", repo_type="model")\n`],
    ['a.py', `REPO: str = "${ID}"\nHfApi().upload_folder(folder_path="out", repo_id=cfg.REPO)\n`],
    ['a.sh', `python train.py --push_to_hub --hub_model_id ${ID}\n`],
    ['train.yaml', `output_dir: out\nhub_model_id: ${ID}\n`],
    [
      'a.ipynb',
      JSON.stringify({ cells: [{ cell_type: 'code', source: [`m.push_to_hub("${ID}")`] }], metadata: {} }),
    ],
  ])('is given to others: %s %s', (path, text) => {
    expect(told(text, path)).toEqual(['ships']);
  });

  it.each([
    ['a.py', `REPO = "${ID}"\n\nmodel.push_to_hub(REPO)\n`],
    ['a.sh', `hf upload ${ID} out .\n`],
    ['a.sh', `REPO=${ID}\nhuggingface-cli upload "$REPO" out\n`],
  ])('is told once where its name alone has it used: %s %s', (path, text) => {
    expect(told(text, path)).toEqual(['loads']);
  });

  it('is given to others by a constant of any name', () => {
    expect(told(`TARGET = "${ID}"\nmodel.push_to_hub(TARGET)\n`)).toEqual(['ships']);
  });

  it.each([
    ['a data set', `HfApi().upload_folder(folder_path="o", repo_id="${ID}", repo_type="dataset")\n`],
    ['a command for a data set', `hf upload ${ID} out --repo-type dataset\n`],
    ['a comment', `# model.push_to_hub("${ID}")\n`],
    ['another repository', `model.push_to_hub("${ID}-gguf")\nNAME = "${ID}/x"\n`],
    ['a constant that is not given on', `REPO = "${ID}"\nmodel.push_to_hub(OTHER)\n`],
  ])('is not where it is %s', (_, text) => {
    expect(told(text, text.startsWith('hf') ? 'a.sh' : 'a.py').filter((role) => role === 'ships')).toEqual(
      [],
    );
  });

  it('stays what else is done with it', () => {
    const text = `AutoModel.from_pretrained("${ID}")\n\nmodel.push_to_hub("${ID}")\n`;
    expect(told(text)).toEqual(['loads', 'ships']);
  });

  it('says nothing of what no policy describes', () => {
    const text = 'model.push_to_hub("acme/other")\n';
    expect(withPublished(detect(text, 'a.py'), { text, path: 'a.py' }, [ID]).references).toEqual([]);
  });
});
