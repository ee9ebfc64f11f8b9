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
  'catalog.update': 'ask',
  'catalog.registry': '',
  'catalog.layers': [],
} as const;

/** Whether a newer catalog may be fetched: never, after a question, or also once a day by itself. */
export const CATALOG_UPDATES = ['off', 'ask', 'daily'] as const;
export type CatalogUpdate = (typeof CATALOG_UPDATES)[number];

export type SettingKey = keyof typeof SETTING_DEFAULTS;
