import { expect, it } from 'vitest';
import { repositoryName } from '../../../src/core/audit/originRepository';

it.each([
  ['https://github.com/acme/app.git', 'github.com/acme/app'],
  ['https://user:token@gitlab.example.org:8443/a/b/c/', 'gitlab.example.org/a/b/c'],
  ['git@github.com:acme/app.git', 'github.com/acme/app'],
  ['ssh://git@Host.example:22/acme/app', 'host.example/acme/app'],
  ['/srv/git/app.git', undefined],
  ['../app', undefined],
  ['C:\\repos\\app', undefined],
  ['C:/repos/app', undefined],
  ['file:///srv/app.git', undefined],
  ['https://host/x?token=1', undefined],
  ['', undefined],
])('%s is %s', (address, name) => {
  expect(repositoryName(address)).toBe(name);
});
