import { describe, expect, it } from 'vitest';
import { licenseOfAddress } from '../../../src/core/licenses/licenseAddress';
import { TEST_CATALOG } from '../../support/catalog';

describe('the address of a page of a license', () => {
  it.each([
    ['https://opensource.org/license/apache-2-0/', 'apache-2.0'],
    ['https://opensource.org/licenses/MIT', 'mit'],
    ['http://www.opensource.org/licenses/mit-license.php', 'mit'],
    ['https://opensource.org/license/bsd-3-clause', 'bsd-3-clause'],
    ['https://spdx.org/licenses/AGPL-3.0-or-later.html#licenseText', 'agpl-3.0'],
    ['https://www.apache.org/licenses/LICENSE-2.0', 'apache-2.0'],
    ['https://www.gnu.org/licenses/gpl-3.0.en.html', 'gpl-3.0'],
    ['https://www.gnu.org/licenses/old-licenses/gpl-2.0.html', 'gpl-2.0'],
    ['https://www.mozilla.org/en-US/MPL/2.0/', 'mpl-2.0'],
    ['https://www.eclipse.org/legal/epl-2.0/', 'epl-2.0'],
    ['https://creativecommons.org/licenses/by-nc/4.0/legalcode', 'cc-by-nc-4.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'cc0-1.0'],
    ['https://www.eclipse.org/org/documents/EPL-2.0/', 'epl-2.0'],
    ['<HTTPS://OpenSource.ORG/license/mit-license-php>', 'mit'],
    ['  https://choosealicense.com/licenses/mit/?from=readme  ', 'mit'],
    ['https://www.gnu.org/licenses/gpl-3.0.htm', 'gpl-3.0'],
  ])('%s is that of %s', (address, key) => {
    expect(TEST_CATALOG.license(licenseOfAddress(address) ?? '')?.key).toBe(key);
  });

  it.each([
    ['https://www.eclipse.org/legal/epl-2.0/', 'EPL-2.0'],
    ['https://creativecommons.org/licenses/by-sa/4.0/', 'CC-BY-SA-4.0'],
  ])('%s is spelled as SPDX does: %s', (address, id) => expect(licenseOfAddress(address)).toBe(id));

  it.each([
    'MIT',
    'see https://opensource.org/licenses/MIT',
    'https://opensource.org/licenses/MIT and more',
    'https://opensource.org/license/mit.html/more',
    'https://example.com/licenses/MIT',
    'https://opensource.org/licenses',
    'https://www.gnu.org/licenses/gpl.html',
  ])('is not %s', (address) => expect(licenseOfAddress(address)).toBeUndefined());
});
