/** What goes into a model and what comes out of it, as its task says. */
export interface Modalities {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

const KINDS: ReadonlySet<string> = new Set(['text', 'image', 'audio', 'video']);

/** Tasks whose names do not say it, as the Hub defines them (package `@huggingface/tasks`, the inputs and outputs of each task's example). */
const DEFINED: Readonly<Record<string, Modalities>> = {
  'text-generation': { inputs: ['text'], outputs: ['text'] },
  summarization: { inputs: ['text'], outputs: ['text'] },
  translation: { inputs: ['text'], outputs: ['text'] },
  'question-answering': { inputs: ['text'], outputs: ['text'] },
  'automatic-speech-recognition': { inputs: ['audio'], outputs: ['text'] },
  'image-segmentation': { inputs: ['image'], outputs: ['image'] },
  'mask-generation': { inputs: ['image'], outputs: ['image'] },
  'text-to-speech': { inputs: ['text'], outputs: ['audio'] },
};

/** `image-text-to-text` takes images and texts and gives a text; `undefined` for a task that does not say what it takes and gives. */
export function modalitiesOf(task: string): Modalities | undefined {
  if (Object.hasOwn(DEFINED, task)) return DEFINED[task];
  const [from = '', to = '', more] = task.split('-to-');
  const inputs = from.split('-');
  const outputs = to.split('-');
  return more === undefined && [...inputs, ...outputs].every((kind) => KINDS.has(kind))
    ? { inputs, outputs }
    : undefined;
}
