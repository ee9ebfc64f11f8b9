import * as vscode from 'vscode';
import { toGlobs } from './files/globSettings';
import { CATALOG_UPDATES, type CatalogUpdate, SETTING_DEFAULTS, type SettingKey } from './settingKeys';
import { PREFIX } from './names';

/** A snapshot of the settings that hold for one resource. They decide what is shown, never how a model is judged: that is the policy's. */
export interface Settings {
  readonly hover: boolean;
  readonly diagnostics: boolean;
  readonly inlayHints: boolean;
  /** Globs that the audit leaves out. */
  readonly auditExclude: readonly string[];
  /** Whether the Hub may be asked about models. Only its user can say so, never a workspace. */
  readonly online: boolean;
  /** The address of a Hub to ask instead, as written; `''` for none. */
  readonly endpoint: string;
  /** Whether what this machine has downloaded is read, which lies outside of the workspace. */
  readonly localStores: boolean;
  /** Whether a newer catalog may be fetched. Only its user can say so, never a workspace. */
  readonly catalogUpdate: CatalogUpdate;
  /** The address of a registry of npm to fetch it from instead, as written; `''` for none. */
  readonly catalogRegistry: string;
  /** The files of an organization's own records, in their order. Only its user can name them, never a workspace. */
  readonly catalogLayers: readonly string[];
}

/** A value of the wrong type, which a settings file may hold, counts as not set. */
export function readSettings(scope: vscode.ConfigurationScope | undefined): Settings {
  const values = vscode.workspace.getConfiguration(PREFIX, scope);
  return Object.freeze({
    hover: toBoolean(values, 'hover.enabled'),
    diagnostics: toBoolean(values, 'diagnostics.enabled'),
    inlayHints: toBoolean(values, 'inlayHints.enabled'),
    auditExclude: toGlobs(values.get<unknown>('audit.exclude' satisfies SettingKey)),
    online: toBoolean(values, 'lookup.online'),
    endpoint: toText(values.get<unknown>('lookup.endpoint' satisfies SettingKey)),
    localStores: toBoolean(values, 'lookup.localStores'),
    catalogUpdate: toCatalogUpdate(values.get<unknown>('catalog.update' satisfies SettingKey)),
    catalogRegistry: toText(values.get<unknown>('catalog.registry' satisfies SettingKey)),
    catalogLayers: toTexts(values.get<unknown>('catalog.layers' satisfies SettingKey)),
  });
}

/** @param section only those below it */
export function onSettingsChanged(listener: () => void, section?: string): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section === undefined ? PREFIX : `${PREFIX}.${section}`)) listener();
  });
}

function toCatalogUpdate(value: unknown): CatalogUpdate {
  return CATALOG_UPDATES.find((one) => one === value) ?? SETTING_DEFAULTS['catalog.update'];
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function toTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(toText).filter((text) => text !== '') : [];
}

type BooleanKey = { [K in SettingKey]: (typeof SETTING_DEFAULTS)[K] extends boolean ? K : never }[SettingKey];

function toBoolean(values: vscode.WorkspaceConfiguration, key: BooleanKey): boolean {
  const value = values.get<unknown>(key);
  return typeof value === 'boolean' ? value : SETTING_DEFAULTS[key];
}
