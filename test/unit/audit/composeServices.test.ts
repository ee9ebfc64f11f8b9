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

/** The same with other words about its second service. */
const serviceB = (said: string): string =>
  COMPOSE.replace('environment:\n      - OPENAI_API_KEY=${OPENAI_KEY}', () => said);

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

  it('are each told with what the file says of them alone', () => {
    const [a, b] = builtServices('compose.yaml', COMPOSE).map(({ text }) => text);
    expect(a).toMatch(/^ {2}a:\n[^]*gpt-oss-20b\n$/);
    expect(b).toMatch(/^ {2}b:\n[^]*OPENAI_KEY\}\n\n$/);
  });

  it.each([
    ['environment:\n      - OPENAI_BASE_URL', ['OPENAI_BASE_URL']],
    ['environment:\n      - OPENAI_BASE_URL=${LLM_URL}', ['OPENAI_BASE_URL']],
    ['environment: { OPENAI_BASE_URL: , "LLM_URL": x }', ['OPENAI_BASE_URL', 'LLM_URL']],
    ['environment:\n      # OPENAI_BASE_URL: x\n      - KEY=$OPENAI_BASE_URL', []],
  ])('are given the addresses that are written: %s', (said, given) =>
    expect([...(builtServices('compose.yaml', serviceB(said))[1]?.given ?? [])]).toEqual(given),
  );

  it.each([
    ['env_file: x.env', true],
    ['environment: *env', true],
    ['<<: [*common]', true],
    ['<<:\n      - *common', true],
    ['extends:\n      service: a', true],
    ['environment: &env\n      DEBUG: 1', false],
    ['environment:\n      CRON: "*/5 * * * *"', false],
  ])('may get others from elsewhere: %s', (said, isOpen) =>
    expect(builtServices('compose.yaml', serviceB(said))[1]?.isOpen).toBe(isOpen),
  );

  const valueIn = (
    compose: string,
    path: string,
    others: Readonly<Record<string, string>> = {},
  ): string | undefined => {
    const config = new ConfigValues();
    config.read('compose.yaml', compose);
    for (const [other, text] of Object.entries(others)) config.read(other, text);
    return config.of(path).get('OPENAI_BASE_URL');
  };

  it('each have their own address, and none of another', () => {
    expect(valueIn(COMPOSE, 'a/app.py')).toBe('https://api.groq.com/openai/v1');
    expect(valueIn(COMPOSE, 'src/b/lib/app.py')).toBeUndefined();
    expect(valueIn(COMPOSE, 'lib/shared.py')).toBe('https://api.groq.com/openai/v1');
  });

  it.each(['env_file: x.env', 'environment: *env', 'environment:\n      - OPENAI_BASE_URL'])(
    'may get that of another: %s',
    (said) => expect(valueIn(serviceB(said), 'src/b/app.py')).toBe('https://api.groq.com/openai/v1'),
  );

  it('get what a file above says for all, and not what one elsewhere says', () => {
    const text = 'OPENAI_BASE_URL=https://llm.example.com/v1\n';
    const own = 'https://llm.example.com/v1';
    expect(valueIn(COMPOSE, 'src/b/app.py', { '.env': text })).toBe(own);
    expect(valueIn(COMPOSE, 'src/b/app.py', { 'src/.env': text, '.env': 'OPENAI_BASE_URL=http://x' })).toBe(
      own,
    );
    expect(valueIn(COMPOSE, 'src/b/app.py', { 'src/b/.env': text })).toBe(own);
    expect(valueIn(COMPOSE, 'src/b/app.py', { 'other/.env': text })).toBeUndefined();
    expect(valueIn(COMPOSE, 'a/app.py', { '.env': text })).toBe('https://api.groq.com/openai/v1');
  });

  it('that another file of services gives an address have it', () => {
    const more = 'services:\n  b:\n    build: ./src/b\n    environment:\n      - OPENAI_BASE_URL\n';
    expect(valueIn(COMPOSE, 'src/b/app.py', { 'compose.dev.yaml': more })).toBe(
      'https://api.groq.com/openai/v1',
    );
    expect(valueIn(more, 'src/b/app.py', { 'compose.dev.yaml': COMPOSE })).toBe(
      'https://api.groq.com/openai/v1',
    );
  });
});
