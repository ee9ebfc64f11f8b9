import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { npmRegistry } from '../../../src/node/npmRegistry';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'npm-home-'));
});
afterEach(() => rmSync(home, { recursive: true }));

interface Asked {
  readonly address: string;
  readonly authorization: (path: string) => string | undefined;
}

function ask(npmrc: string, env: NodeJS.ProcessEnv = {}, name = 'catalog'): Asked {
  writeFileSync(join(home, '.npmrc'), npmrc);
  const access = npmRegistry(name, { npm_config_prefix: home, ...env }, home);
  if ('refused' in access) throw new Error(access.refused.template);
  const { endpoint, authorization = () => undefined } = access.registry;
  return { address: endpoint.origin + endpoint.basePath, authorization };
}

describe('the registry of the user', () => {
  it('is the public one where nothing is set', () => {
    expect(ask('').address).toBe('https://registry.npmjs.org');
  });

  it('is that of the environment before that of the user before that of the machine', () => {
    mkdirSync(join(home, 'etc'));
    writeFileSync(join(home, 'etc/npmrc'), 'registry=https://machine.example/\n');
    expect(ask('').address).toBe('https://machine.example');
    const own = '# mine\n  registry = "https://user.example/npm/" \nsave-exact\n';
    expect(ask(own).address).toBe('https://user.example/npm');
    expect(ask(own, { NPM_CONFIG_REGISTRY: 'https://environment.example' }).address).toBe(
      'https://environment.example',
    );
  });

  it.each(['npm_execpath', 'npm_config_user_agent', 'npm_lifecycle_event'])(
    'is not what a package manager made of the settings of a project (%s)',
    (name) => {
      const own = 'registry=https://user.example\n';
      const started = {
        [name]: 'npm',
        npm_config_registry: 'https://project.example',
        npm_config_offline: 'true',
      };
      expect(ask(own, started).address).toBe('https://user.example');
      writeFileSync(join(home, 'of-project'), 'registry=https://project.example\n');
      expect(ask(own, { ...started, npm_config_userconfig: join(home, 'of-project') }).address).toBe(
        'https://user.example',
      );
      const isWindows = process.platform === 'win32';
      expect(ask(own, { ...started, NPM_CONFIG_REGISTRY: 'https://environment.example' }).address).toBe(
        isWindows ? 'https://user.example' : 'https://environment.example',
      );
    },
  );

  it('is read from the file that the environment names', () => {
    writeFileSync(join(home, 'other'), 'registry=https://other.example\n');
    expect(
      ask('registry=https://user.example\n', { npm_config_userconfig: join(home, 'other') }).address,
    ).toBe('https://other.example');
  });

  it('of a scope holds for its packages alone', () => {
    const npmrc = '@acme:registry=https://acme.example\n';
    expect(ask(npmrc, {}, '@acme/catalog').address).toBe('https://acme.example');
    expect(ask(npmrc).address).toBe('https://registry.npmjs.org');
  });

  it.each([
    'http://registry.example',
    'https://user:password@registry.example',
    'ftp://x',
    'registry.example',
  ])('is not asked where it is %s', (address) => {
    expect(() => ask(`registry=${address}\n`)).toThrow('cannot be asked');
  });

  it('is not asked where npm works offline', () => {
    expect(() => ask('offline\n')).toThrow('offline');
    expect(() => ask('', { npm_config_offline: 'true' })).toThrow('offline');
    expect(ask('offline=false\n').address).toBe('https://registry.npmjs.org');
  });
});

describe('what is sent to it', () => {
  it('is the token of the longest place that a path lies in', () => {
    const { authorization } = ask(
      [
        'registry=https://acme.example/npm/',
        '//acme.example/npm/:_authToken=${TOKEN}',
        '//acme.example/npm/other/:_authToken=deeper',
        '//evil.example/:_authToken=none-of-its-business',
      ].join('\n'),
      { TOKEN: 'secret' },
    );
    expect(authorization('/npm/catalog')).toBe('Bearer secret');
    expect(authorization('/npm/other/catalog')).toBe('Bearer deeper');
    expect(authorization('/elsewhere/catalog')).toBeUndefined();
    expect(authorization('/npm-not/catalog')).toBeUndefined();
  });

  it('is a name with a password where npm keeps one', () => {
    const basic = `Basic ${Buffer.from('me:secret').toString('base64')}`;
    const encoded = Buffer.from('me:secret').toString('base64');
    expect(ask(`//registry.npmjs.org/:_auth=${encoded}\n`).authorization('/c')).toBe(basic);
    const password = Buffer.from('secret').toString('base64');
    expect(
      ask(`//registry.npmjs.org/:username=me\n//registry.npmjs.org/:_password=${password}\n`).authorization(
        '/c',
      ),
    ).toBe(basic);
  });

  it('is nothing where the secret could not stand in a header', () => {
    expect(ask('//registry.npmjs.org/:_authToken=a b\n').authorization('/c')).toBeUndefined();
  });
});
