import { expect, it } from 'vitest';
import { message } from '../../../../src/core/message';
import {
  isToldByOwnAddress,
  ownAddress,
  ownAddressOf,
  setTo,
} from '../../../../src/core/detect/uses/ownAddress';

it('an own address tells by the first reason alone', () => {
  const other = message('it stands in a comment');
  expect(isToldByOwnAddress([ownAddress('http://localhost:8000/v1'), other])).toBe(true);
  expect(isToldByOwnAddress([other, ownAddress('http://localhost:8000/v1')])).toBe(false);
  expect(isToldByOwnAddress([])).toBe(false);
});

it('is told by any reason of a use that is the own one, or is nobody known', () => {
  const own = ownAddress('http://litellm:4000');
  const variable = setTo('OPENAI_BASE_URL', 'http://litellm:4000');
  const other = message('it stands in a comment');
  expect(ownAddressOf({ host: null, why: [own] })).toBe('http://litellm:4000');
  expect(ownAddressOf({ host: 'self', why: [other, variable] })).toBe('http://litellm:4000');
  expect(ownAddressOf({ host: 'openai', why: [variable] })).toBeUndefined();
  expect(ownAddressOf({ host: null, why: [other] })).toBeUndefined();
  expect(
    ownAddressOf({ host: null, why: [setTo('OPENAI_BASE_URL', 'https://api.openai.com')] }),
  ).toBeUndefined();
});
