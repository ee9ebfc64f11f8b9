// React Native: everything runs on the phone.
import { initLlama } from 'llama.rn';
import RNFS from 'react-native-fs';

export const CATALOG: Record<string, { url: string; file: string; sizeMb: number }> = {
  small: {
    url: 'https://huggingface.co/HuggingFaceTB/SmolLM2-360M-Instruct-GGUF/resolve/main/smollm2-360m-instruct-q8_0.gguf',
    file: 'smollm2-360m-instruct-q8_0.gguf',
    sizeMb: 386,
  },
  medium: {
    url: `https://huggingface.co/bartowski/gemma-2-2b-it-GGUF/resolve/855f67caed130e1befc571b52bd181be2e858883/gemma-2-2b-it-Q4_K_M.gguf?download=true`,
    file: 'gemma-2-2b-it-Q4_K_M.gguf',
    sizeMb: 1710,
  },
};

export const open = (key: keyof typeof CATALOG) =>
  initLlama({ model: `${RNFS.DocumentDirectoryPath}/${CATALOG[key].file}`, n_ctx: 2048 });
