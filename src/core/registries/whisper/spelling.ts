import { after, before, without, type SpellingRule } from '../spelling/rule';

const DISTILLED = 'distil-';

/** Whisper's sizes (`large-v3`, `tiny.en`, `turbo`), as openai-whisper, faster-whisper, whisper.cpp (`ggml-base.en.bin`) and WhisperX take them. */
export const whisperSpelling: SpellingRule = (spelling) => {
  const file = without(spelling.slice(spelling.lastIndexOf('/') + 1), ['.bin', '.pt']);
  const size = before(
    after(file, ['ggml-', 'whisper-', 'faster-whisper-', 'openai-whisper-']) ?? file,
    ':',
  ).replace(/-q\d_\d$/i, '');
  const id = size.startsWith(DISTILLED)
    ? `distil-whisper/${size}`
    : `openai/whisper-${size === 'turbo' ? 'large-v3-turbo' : size === 'large' ? 'large-v3' : size}`;
  return [
    { registry: 'whisper', spelling: size },
    { registry: 'huggingface', spelling: id },
  ];
};
