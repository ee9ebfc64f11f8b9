import { describe, expect, it } from 'vitest';
import { loaderAt, mayBeLoaderName, mayLoad } from '../../../../src/core/detect/signatures/loaders';

const at = (callee: string, argument = 0, key = '', module?: string): string | undefined =>
  loaderAt({ callee, argument, ...(module !== undefined && { module }) }, key)?.registry;

describe('the loader that a call is', () => {
  it.each([
    ['AutoModel.from_pretrained', 0, ''],
    ['AutoModel.from_pretrained', 3, 'pretrained_model_name_or_path'],
    ['AutoModel.from_pretrained', 3, 'PRETRAINED_MODEL_NAME_OR_PATH'],
    ['transformers.AutoModel.from_pretrained', 0, ''],
    ['Transformers::AutoModel::from_pretrained', 0, ''],
    ['SentenceTransformer', 0, ''],
    ['snapshot_download', 1, 'repo_id'],
  ])('%s takes a model of the Hub at %i %s', (callee, argument, key) =>
    expect(at(callee, argument, key)).toBe('huggingface'),
  );

  it.each([
    ['AutoModel.from_pretrained', 1, ''],
    ['AutoModel.from_pretrained', 0, 'torch_dtype'],
    ['AutoModel.to_pretrained', 0, ''],
    ['from_pretrained.AutoModel', 0, ''],
    ['snapshot_download', 1, 'local_dir'],
    ['print', 0, ''],
  ])('%s takes none at %i %s', (callee, argument, key) => expect(at(callee, argument, key)).toBeUndefined());

  it('is the only one for its receiver where that says so', () => {
    expect(at('PeftModel.from_pretrained')).toBeUndefined();
    expect(at('peft.PeftModelForCausalLM.from_pretrained', 1)).toBe('huggingface');
    expect(at('PeftModel.from_pretrained', 2, 'model_id')).toBe('huggingface');
    expect(at('PeftModel.from_pretrained', 2, 'model')).toBeUndefined();
    expect(at('AutoPeftModelForCausalLM.from_pretrained')).toBe('huggingface');
  });

  it('may be told by the module that it is imported from', () => {
    expect(at('load_model', 0, '', 'whisper')).toBe(at('whisper.load_model', 0));
    expect(at('whisper.load_model', 0)).toBeDefined();
  });

  it('tells classes of one name apart by their modules', () => {
    const roleOf = (module: string) => loaderAt({ callee: 'LLM', argument: 0, module }, 'model')?.role;
    expect(['vllm', 'crewai'].map(roleOf)).toEqual(['loads', 'calls']);
  });
});

describe('the name of a loader', () => {
  it.each(['from_pretrained', 'SentenceTransformer', 'snapshot_download'])('may be %s', (name) => {
    expect(mayLoad(name)).toBe(true);
    expect(mayBeLoaderName(name.charCodeAt(0), name.charCodeAt(name.length - 1), name.length)).toBe(true);
  });

  it.each(['print', 'to_pretrained', ''])('is not %s', (name) => expect(mayLoad(name)).toBe(false));
});

describe('a client of the Hub', () => {
  it('of Python is made with a model, of JavaScript with a token', () => {
    const made = (callee: string, module?: string) =>
      loaderAt({ callee, argument: 0, ...(module !== undefined && { module }) }, '');
    expect(made('InferenceClient', 'huggingface_hub')?.role).toBe('calls');
    expect(made('InferenceClient', '@huggingface/inference')).toBeUndefined();
    expect(made('HfInference')).toBeUndefined();
  });
});
