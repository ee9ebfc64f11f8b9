export function writeOrganization(
  folder: string,
  count: number,
  lines: readonly object[],
): { readonly repositories: number; readonly uses: number };
