import { describe, expect, it } from 'vitest';
import {
  isJumpStart,
  isSentenceTransformer,
  isSpacyPackage,
  isTimmName,
  isTorchvisionFunction,
  isVisionName,
  isVoskModel,
  isWhisperSize,
  lmStudioName,
  webLlmRepository,
} from '../../../../src/core/registries/names/library';

const split = (words: string): readonly string[] => words.split(' ');

describe.each([
  {
    of: 'sentence-transformers',
    is: isSentenceTransformer,
    has: 'all-MiniLM-L6-v2 msmarco-distilbert-base-v3 paraphrase-multilingual-MiniLM-L12-v2',
    not: 'all-in-one all-MiniLM MiniLM-L6-v2 all-the-good-things my-all-MiniLM-L6-v2',
  },
  {
    of: 'spaCy',
    is: isSpacyPackage,
    has: 'en_core_web_sm de_dep_news_trf xx_ent_wiki_sm en_core_web_sm-3.7.1 en_core_sci_lg',
    not: 'en_core_web core_web_sm english_core_web_sm en_my_web_sm en_core_web_sm.zip En_core_web_sm',
  },
  {
    of: 'JumpStart',
    is: isJumpStart,
    has: 'meta-textgeneration-llama-3-1-8b huggingface-llm-mistral-7b nova-textgeneration-micro',
    not: `meta-llama-3-1-8b acme-llm-mistral-7b huggingface-llm huggingface-llm-Mistral meta-llm-${'a'.repeat(95)}`,
  },
  {
    of: 'Vosk',
    is: isVoskModel,
    has: 'vosk-model-small-en-us-0.15 vosk-recasepunc-en-0.22',
    not: `vosk-model-small-en-us vosk-small-0.15 my-vosk-model-en-0.15 vosk-model-${'a'.repeat(95)}-0.1`,
  },
  {
    of: 'Whisper, by its size',
    is: isWhisperSize,
    has: 'tiny base.en large large-v3 large-v3-turbo turbo distil-large-v3 distil-small.en small-q5_1 tiny-int8',
    not: 'big large-v4 Large turbo.en distil-tiny.en tiny.de small-q5 tiny2',
  },
  {
    of: 'timm',
    is: isTimmName,
    has: 'resnet50 vit_base_patch16_224.augreg_in21k vit_b',
    not: 'vit resnet Resnet50 vit__base 50resnet resnet50.a.b vit-base-16',
  },
  {
    of: 'torchvision, by its function',
    is: isTorchvisionFunction,
    has: 'resnet18 vit_b_16 alexnet inception_v3 fasterrcnn_resnet50_fpn s3d',
    not: 'resnet my_resnet18 vit_x_16 inception_v4 s3',
  },
  {
    of: 'registries for vision',
    is: isVisionName,
    has: 'resnet18 deeplabv3_resnet50 yolov5s ViT-B-32',
    not: `ab 5yolo a__b a.b -a a- ${'a'.repeat(61)}`,
  },
])('a name of $of', ({ is, has, not }) => {
  it.each(split(has))('is %s', (name) => expect(is(name)).toBe(true));
  it.each(split(not))('is not %s', (name) => expect(is(name)).toBe(false));
});

it.each([
  ['gemma-2-2b-it-q4f32_1-MLC', 'mlc-ai/gemma-2-2b-it-q4f32_1-MLC'],
  ['gemma-2-2b-it-q4f32_1-MLC-1k', 'mlc-ai/gemma-2-2b-it-q4f32_1-MLC'],
  ['Llama-3-8B-q0f16-MLC', 'mlc-ai/Llama-3-8B-q0f16-MLC'],
  ['gemma-2-2b-it-q4f8_1-MLC', undefined],
  ['gemma-2-2b-it-MLC', undefined],
  ['gemma-2-2b-it-q4f32_1-MLC-big', undefined],
])("WebLLM's %s lies in %s", (id, repository) => expect(webLlmRepository(id)).toBe(repository));

it.each([
  ['qwen2.5-0.5b-instruct@q4_k_m', 'qwen2.5-0.5b-instruct'],
  ['acme/qwen2.5-0.5b@8bit', 'acme/qwen2.5-0.5b'],
  ['thing@bf16', 'thing'],
  ['thing@iq3_xs', 'thing'],
  ['thing@latest', undefined],
  ['someone@example.com', undefined],
  ['Thing@q4_0', 'Thing'],
  ['ab@q4_0', undefined],
])("LM Studio's %s is %s", (name, base) => expect(lmStudioName(name)).toBe(base));
