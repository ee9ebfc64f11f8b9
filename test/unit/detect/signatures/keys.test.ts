import { describe, expect, it } from 'vitest';
import {
  isSpeechKey,
  keyKind,
  keyKindIn,
  keyWords,
  mayTellModel,
} from '../../../../src/core/detect/signatures/keys';

const split = (words: string): readonly string[] => words.split(' ');

describe('what a key is for', () => {
  it.each([
    ['model', 'model MODEL_ID --model-name-or-path modelName model_path LLM embedding_model whisper_model'],
    ['model', 'tokenizer lora_path checkpoint gguf_file pretrained draft_model vae deployment model_url'],
    ['model', 'weights_name repo_id bert_path --pretrain reward_pretrain'],
    ['model', 'LLM_INTERFACE_MODEL llm_interface_repo model_interface_id LLM_INTERFACE_MODEL_NAME'],
    ['weak', 'name id path repo url value choices teacher engine encoder hf_repo gpt4_key pretrain'],
    ['data', 'model_dataset train_dataset eval_data_name testset data dataset benchmark spaces'],
    ['image', 'image docker_image base_image from'],
    ['code', 'license uses require plugin'],
    [
      'other',
      'LLM_INTERFACE_BEDROCK_CONVERSE modelProtocol label push_to_hub_model_id output_model hub_model_id save_model app.kubernetes.io/name',
    ],
    [
      'other',
      'model_revision model_type model_family model_version model_size api_key max_tokens target_repo',
    ],
    ['other', 'target_model --target_model target_model_id targetModelName TARGET_MODEL targetModel'],
    ['none', '模型 x'],
  ])('is %s: %s', (kind, keys) =>
    expect(split(keys).map((key) => `${key} ${keyKind(key)}`)).toEqual(
      split(keys).map((key) => `${key} ${kind}`),
    ),
  );

  it.each([
    ['name', ['model'], 'model'],
    ['name', ['metadata'], 'weak'],
    ['name', ['options', 'model'], 'model'],
    ['name', ['image'], 'image'],
    ['name', ['dataset'], 'data'],
    ['name', ['a', 'b', 'c', 'dataset'], 'data'],
    ['name', ['a', 'b', 'c', 'd', 'dataset'], 'weak'],
    ['name', ['data'], 'weak'],
    ['ID', ['Data'], 'weak'],
    ['ID', ['Dataset'], 'data'],
    ['id', ['DATA'], 'data'],
    ['name', ['labels', 'model'], 'other'],
    ['name', ['x', 'selector'], 'other'],
    ['name', ['x', 'y', 'selector'], 'weak'],
    ['model', ['labels'], 'model'],
    ['model', ['dataset'], 'model'],
    ['lora_path', ['dataset'], 'data'],
    ['tokenizer', ['dataset'], 'model'],
    ['repository', ['model'], 'weak'],
    ['tag', ['model'], 'other'],
    ['url', ['license'], 'code'],
    ['x', ['license'], 'none'],
    ['x', ['model'], 'none'],
    ['path', ['model'], 'model'],
    ['repository', ['with'], 'code'],
    ['path', ['with'], 'weak'],
    ['ViT-B-16', ['models'], 'model'],
    ['ViT-B-16', ['sizes'], 'none'],
    ['size', ['whisper'], 'model'],
    ['whisper_size', [], 'other'],
    ['size', ['model'], 'other'],
    ['pull', ['models'], 'model'],
    ['pull', [], 'none'],
    ['value', ['env', 'model'], 'model'],
    ['main', ['models'], 'none'],
    ['plugin', ['config', 'LLM_MODELS'], 'none'],
    ['route', ['models'], 'none'],
    ['main', ['agents'], 'other'],
    ['route', ['agents'], 'code'],
    ['plugin', [], 'code'],
    ['license', ['model'], 'code'],
    ['github', ['model'], 'code'],
    ['image', ['models'], 'other'],
    ['image', ['services'], 'image'],
    ['data', ['models'], 'other'],
    ['dataset', ['model'], 'data'],
  ])('is told with those around it: %s in %j is %s', (key, parents, kind) =>
    expect(keyKindIn(key, parents)).toBe(kind),
  );

  it('is nothing for a name that is too long', () => {
    expect(keyWords(`model_${'x'.repeat(75)}`)).toEqual([]);
    expect(keyWords(`model_${'x'.repeat(74)}`)).toHaveLength(2);
  });
});

describe('whether a key may tell a model', () => {
  it.each(split('model name url size model_size sizes run pull load modelSizeOrPath'))('%s may', (key) =>
    expect(mayTellModel(key)).toBe(true),
  );

  it.each(split('license image dataset prompt x runs batch_size max_tokens'))('%s may not', (key) =>
    expect(mayTellModel(key)).toBe(false),
  );
});

it.each([
  ['stt_model', true],
  ['whisper', true],
  ['speechModel', true],
  ['model', false],
  ['', false],
])('the key %s speaks of recognizing speech: %s', (key, isSpeech) => expect(isSpeechKey(key)).toBe(isSpeech));

it('the address of a server is no key of a model', () => {
  expect(keyKind('MODEL_ADDR')).not.toBe('model');
  expect(keyKind('model_address')).not.toBe('model');
});
