/**
 * The settings of the manifest, without their prefix, with the defaults of the code. Kept free of the editor's API so that
 * a test can compare the two.
 */
export const SETTING_DEFAULTS = {
  'hover.enabled': true,
  'diagnostics.enabled': true,
  'inlayHints.enabled': false,
  'audit.exclude': {},
  'lookup.online': false,
  'lookup.endpoint': '',
  'lookup.localStores': false,
} as const;

export type SettingKey = keyof typeof SETTING_DEFAULTS;
