import { expect, it } from 'vitest';
import { redirectPath } from '../../../../src/core/lookup/hub/endpoint';

const HUB = { origin: 'https://hub.test', basePath: '', secure: true };

it.each([
  ['/api/models/a/b', '/api/models/a/b'],
  ['https://hub.test/api/models/a/b?full=1', '/api/models/a/b?full=1'],
  ['https://hub.test.evil/api', undefined],
  ['//evil.test/api', undefined],
  ['/api/../secret', undefined],
  ['/api/%2e%2e/secret', undefined],
  ['/api/.%2E/secret', undefined],
])('a redirect to %s leads to %s', (location, path) => {
  expect(redirectPath(location, HUB)).toBe(path);
});
