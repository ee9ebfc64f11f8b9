/** The commands of the manifest, without their prefix. Kept free of the editor's API so that a test can compare the two. */
export const COMMAND_IDS = ['showLog'] as const;
export type CommandId = (typeof COMMAND_IDS)[number];

export const PREFIX = 'modelLicenseLens';

export function commandName(id: CommandId): string {
  return `${PREFIX}.${id}`;
}
