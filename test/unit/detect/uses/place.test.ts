import { describe, expect, it } from 'vitest';
import { needing } from '../../../../src/core/detect/uses/place';
import { detect } from '../marked';

describe('needing', () => {
  it('tells what a decision needs, and asks of each key once', () => {
    const asked: string[] = [];
    const telling = (key: string): boolean => asked.push(key) > 0 && key === 'name';
    const { needs } = needing({ loader: false, key: telling, nearestKey: telling }, () => undefined);
    expect(needs?.loader).toBe(false);
    expect([needs?.key?.('name'), needs?.key?.('name'), needs?.key?.('id')]).toEqual([true, true, false]);
    expect([needs?.nearestKey?.('id'), needs?.nearestKey?.('id')]).toEqual([false, false]);
    expect(asked).toEqual(['name', 'id', 'id']);
  });

  it('holds places of one key apart by their calls, their kind of text and the words of the text', () => {
    const roles = (text: string, path: string): readonly string[] =>
      detect(text, path).references.map(({ role }) => role);
    const asked = 'client.chat.completions.create(model="gpt-4o")\n';
    expect(roles(`${asked}LlmModel.find_by(model="gpt-4o")\n`, 'a.py')).toEqual(['calls', 'lists']);
    const get = 'curl -sL https://huggingface.co/acme/thing-7b/resolve/main/a.gguf\n';
    const probe = 'curl -sI https://huggingface.co/acme/thing-7b/resolve/main/a.gguf\n';
    expect(roles(get + probe, 'a.sh')).toEqual(['loads', 'mentions']);
    const space = 'from gradio_client import Client\nClient("acme/thing-7b")\n';
    expect(roles(space, 'a.py')).toEqual(['mentions']);
    expect(roles(space.replace('gradio_client', 'clients'), 'a.py')).not.toEqual(['mentions']);
  });
});
