import { expect, it } from 'vitest';
import { message } from '../../../../src/core/message';
import { isToldByOwnAddress, ownAddress } from '../../../../src/core/detect/uses/ownAddress';

it('an own address tells by the first reason alone', () => {
  const other = message('it stands in a comment');
  expect(isToldByOwnAddress([ownAddress('http://localhost:8000/v1'), other])).toBe(true);
  expect(isToldByOwnAddress([other, ownAddress('http://localhost:8000/v1')])).toBe(false);
  expect(isToldByOwnAddress([])).toBe(false);
});
