import { expect, it } from 'vitest';
import { fileInTar } from '../../../src/core/update/tarFile';
import { tarOf } from '../../support/packageServer';

const found = (bytes: Uint8Array): string => {
  const result = fileInTar(bytes, 'c.txt');
  return 'file' in result ? new TextDecoder().decode(result.file) : result.refused.template;
};

it('a file is found by its name, whatever the first folder is called and what comes before it', () => {
  const bytes = tarOf([
    { name: 'PaxHeader/c.txt', content: '20 path=other.txt\n', type: 'x' },
    { name: 'package/deep/c.txt', content: 'other' },
    { name: 'package', content: '', type: '5' },
    { name: 'acme-package/c.txt', content: 'content'.repeat(200) },
  ]);
  expect(found(bytes)).toBe('content'.repeat(200));
});

it('an archive that is cut off, or whose header was changed, is refused', () => {
  const bytes = tarOf([{ name: 'package/c.txt', content: 'x'.repeat(2000) }]);
  for (const end of [100, 600, 2400]) expect(found(bytes.subarray(0, end))).toBe('it is not a whole archive');
  bytes[124] = 0x37;
  expect(found(bytes)).toBe('it is not a whole archive');
});

it('a size that is no number is refused', () => {
  const bytes = tarOf([{ name: 'package/c.txt', content: '' }]);
  bytes.write('zzz', 124);
  expect(found(bytes)).toBe('it is not a whole archive');
});

it('a link of that name is refused, for it could lead anywhere', () => {
  expect(found(tarOf([{ name: 'package/c.txt', content: '', type: '2' }]))).toBe(
    '{0} in it is not a regular file',
  );
});

it('an empty archive holds nothing', () => {
  expect(found(new Uint8Array())).toBe('it holds no {0}');
  expect(found(tarOf([]))).toBe('it holds no {0}');
});
