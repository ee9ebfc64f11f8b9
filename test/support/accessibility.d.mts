import type { Frame, Page } from 'playwright-core';

export function expectAccessible(
  page: Page | Frame,
  part?: string,
  without?: readonly string[],
): Promise<void>;
export function expectAccessibleRows(page: Page, list: string): Promise<void>;
