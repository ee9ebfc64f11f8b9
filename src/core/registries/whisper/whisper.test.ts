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
