import { TASKS_DATA } from '@huggingface/tasks';
import { describe, expect, it } from 'vitest';
import { modalitiesOf } from '../../../src/core/report/taskModalities';

const KINDS: Readonly<Record<string, string>> = { img: 'image', text: 'text', audio: 'audio' };

describe('what a task takes and gives', () => {
  it.each([
    ['text-generation', ['text'], ['text']],
    ['image-text-to-text', ['image', 'text'], ['text']],
    ['text-to-image', ['text'], ['image']],
    ['automatic-speech-recognition', ['audio'], ['text']],
  ])('%s', (task, inputs, outputs) => {
    expect(modalitiesOf(task)).toEqual({ inputs, outputs });
  });

  it.each(['feature-extraction', 'any-to-any', 'image-to-3d', 'constructor', ''])(
    'is not said by %s',
    (task) => {
      expect(modalitiesOf(task)).toBeUndefined();
    },
  );

  it('is what the Hub defines, where it is not in the name of the task', () => {
    for (const task of [
      'text-generation',
      'summarization',
      'translation',
      'question-answering',
      'automatic-speech-recognition',
      'image-segmentation',
      'mask-generation',
      'text-to-speech',
    ] as const) {
      const { inputs = [], outputs = [] } = TASKS_DATA[task]?.demo ?? {};
      const kinds = (list: readonly { readonly type: string }[]) => [
        ...new Set(list.map(({ type }) => KINDS[type])),
      ];
      expect({ inputs: kinds(inputs), outputs: kinds(outputs) }, task).toEqual(modalitiesOf(task));
    }
  });
});
