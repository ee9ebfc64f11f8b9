import React from 'react';
import { Ollama } from '@langchain/ollama';
import { ChatMistralAI } from '@langchain/mistralai';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';

const llm = new Ollama({ baseUrl: 'http://127.0.0.1:11434', model: 'phi3:mini' });
const cloud = new ChatMistralAI({ modelName: 'open-mixtral-8x22b', temperature: 0.2 });

export function Assistant({ note, embedModel = 'nomic-embed-text' }) {
  const [busy, setBusy] = React.useState(false);
  return (
    <section aria-busy={busy}>
      {/* default was mistral:7b-instruct until 2.3 */}
      <Settings model={embedModel} route="settings/models" />
      <ModelBadge id="llama3.1:70b" />
    </section>
  );
}
