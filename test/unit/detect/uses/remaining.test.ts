import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const hosts = (text: string, path: string): readonly unknown[] =>
  detect(text, path).references.map(({ role, host }) => [role, host]);

describe('a name that two services spell alike', () => {
  const MODEL = 'model_id: "meta.llama-3.3-70b-instruct"\n';

  it('is of the one that the file is called by', () => {
    expect(hosts(MODEL, 'models/oci-genai-models.yml')).toEqual([['calls', 'oci']]);
    expect(hosts(MODEL, 'models/bedrock-models.yml')).toEqual([['calls', 'bedrock']]);
    expect(hosts(MODEL, 'models/social-models.yml')).toEqual([['calls', 'bedrock']]);
  });
});
