import { expect, it } from 'vitest';
import { candidates } from '../spelling/rules';
import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('whisper', {
  found: [
    ['a.py', 'WhisperModel("⟦large-v3|whisper⟧")'],
    ['a.sh', 'whisper a.wav --model ⟦medium|whisper⟧'],
  ],
  spelled: {
    turbo: 'huggingface:openai/whisper-large-v3-turbo',
    'ggml-base.en.bin': 'whisper:base.en',
  },
});

it('takes what is no size of Whisper for no model of OpenAI', () => {
  expect(candidates('parakeet-tdt-0.6b', 'whisper')).toEqual([
    { registry: 'whisper', spelling: 'parakeet-tdt-0.6b' },
  ]);
});
