import { useState } from 'react';
import { CaptionList } from './components/CaptionList';

const OPTIONS = [
  { label: 'Small', value: 'onnx-community/moonshine-tiny-ONNX' },
  { label: 'Large', value: 'distil-whisper/distil-large-v3' },
] as const;

export default function App({ model = 'Xenova/whisper-small.en' }: { model?: string }) {
  const [selected, setSelected] = useState<string>(model);
  return (
    <main className="mx-auto w-1/2 md:w-2/3">
      <select value={selected} onChange={(e) => setSelected(e.target.value)}>
        {OPTIONS.map((o) => (
          <option key={o.value} value={o.value}>{o.label}</option>
        ))}
      </select>
      <CaptionList model={selected} fallback="Xenova/whisper-tiny" />
      <p>Powered by <a href="https://huggingface.co/onnx-community/whisper-base">whisper</a> running in your browser.</p>
    </main>
  );
}
