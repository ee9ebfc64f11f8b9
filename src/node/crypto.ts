import type * as crypto from 'node:crypto';

/** Node's digests and random bytes, loaded when they are first asked for: most look-ups need none of them, and they cost 5 ms. */
export const loadCrypto = (): typeof crypto => process.getBuiltinModule('node:crypto');
