import { describe, expect, it } from 'vitest';
import { builtServices } from '../../../src/core/audit/composeServices';
import { ConfigValues } from '../../../src/core/audit/configValues';

const COMPOSE = `services:
  a:
    build: ./a
    environment:
      OPENAI_BASE_URL: https://api.groq.com/openai/v1
      OPENAI_MODEL: openai/gpt-oss-20b
  b:
    build:
      context: ./src/b  # the other one
    environment:
      - OPENAI_API_KEY=\${OPENAI_KEY}

  c:
    build: .
  db:
    image: postgres
volumes:
  d:
    build: ./d
`;

describe('services of a compose file', () => {
  it('are those that it builds from folders of their own', () =>
    expect(builtServices('compose.yaml', COMPOSE).map(({ folder }) => folder)).toEqual(['a', 'src/b']));

  it('are found from where the file lies', () => {
    expect(builtServices('x/docker-compose.dev.yml', COMPOSE).map(({ folder }) => folder)).toEqual([
      'x/a',
      'x/src/b',
    ]);
    const above = COMPOSE.replace('./a', '../a');
    expect(builtServices('x/compose.yml', above).map(({ folder }) => folder)).toEqual(['a', 'x/src/b']);
    expect(builtServices('compose.yml', above).map(({ folder }) => folder)).toEqual(['src/b']);
  });

  it('are none of another file', () => expect(builtServices('values.yaml', COMPOSE)).toEqual([]));

  const valueIn = (compose: string, path: string, name = 'OPENAI_BASE_URL'): string | undefined => {
    const config = new ConfigValues();
    config.read('compose.yaml', compose);
    return config.of(path).get(name);
  };

  it('each have their own address, and none of another', () => {
    expect(valueIn(COMPOSE, 'a/app.py')).toBe('https://api.groq.com/openai/v1');
    expect(valueIn(COMPOSE, 'src/b/lib/app.py')).toBeUndefined();
    expect(valueIn(COMPOSE, 'lib/shared.py')).toBe('https://api.groq.com/openai/v1');
  });

  it('may get those of a file of variables, or of several services', () => {
    const file = COMPOSE.replace('environment:\n      - OPENAI_API_KEY=${OPENAI_KEY}', 'env_file: x.env');
    expect(valueIn(file, 'src/b/app.py')).toBe('https://api.groq.com/openai/v1');
    const alias = COMPOSE.replace('environment:\n      - OPENAI_API_KEY=${OPENAI_KEY}', 'environment: *env');
    expect(valueIn(alias, 'src/b/app.py')).toBe('https://api.groq.com/openai/v1');
  });
});
