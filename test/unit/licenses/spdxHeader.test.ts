import { describe, expect, it } from 'vitest';
import { spdxHeader } from '../../../src/core/licenses/spdxHeader';

describe('the header of a source file', () => {
  it.each([
    ['# SPDX-License-Identifier: Apache-2.0\nimport os\n', 'Apache-2.0'],
    [
      '#!/usr/bin/env python\n# Copyright Acme\n#\n# SPDX-License-Identifier: MIT OR Apache-2.0\n',
      'MIT OR Apache-2.0',
    ],
    ['/* SPDX-License-Identifier: GPL-2.0-only */\n', 'GPL-2.0-only'],
    ['/*\n * SPDX-License-Identifier: AGPL-3.0-or-later\n */\n', 'AGPL-3.0-or-later'],
    ['// spdx-license-identifier: MPL-2.0\r\n', 'MPL-2.0'],
    ['<!-- SPDX-License-Identifier: MIT -->\n', 'MIT'],
    ['-- SPDX-License-Identifier: BSD-3-Clause\n', 'BSD-3-Clause'],
  ])('%j states %s', (text, license) => expect(spdxHeader(text)).toBe(license));

  it.each([
    'import os\n',
    'MARK = "SPDX-License-Identifier: MIT"\n',
    'parse("# SPDX-License-Identifier: MIT")\n',
    '# SPDX-License-Identifier:\nimport os\n',
    `${'# a line\n'.repeat(400)}# SPDX-License-Identifier: MIT\n`,
  ])('%j states none', (text) => expect(spdxHeader(text)).toBeUndefined());
});
