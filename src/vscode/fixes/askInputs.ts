import * as vscode from 'vscode';
import { type FixAnswers, type FixInput, isoDay, usualExpiry } from '../../core';

/**
 * Asks one question after the other; `undefined` when the person gives up on one of them.
 * @param earlier answers of an attempt that failed, which stand in the boxes
 * @param isLicense whether the catalog has a license by a key or name
 */
export async function askInputs(
  needs: readonly FixInput[],
  earlier: FixAnswers = {},
  isLicense: (text: string) => boolean = () => true,
): Promise<FixAnswers | undefined> {
  const answers: Partial<Record<FixInput, string>> = {};
  for (const [index, input] of needs.entries()) {
    const step = needs.length > 1 ? ` (${index + 1}/${needs.length})` : '';
    const answer = await vscode.window.showInputBox({
      ...question(input, isLicense),
      ...(earlier[input] !== undefined && { value: earlier[input] }),
      ignoreFocusOut: true,
      title: question(input, isLicense).title + step,
    });
    if (answer === undefined) return undefined;
    if (answer.trim() !== '') answers[input] = answer.trim();
  }
  return answers;
}

interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  readonly validateInput?: (value: string) => string | undefined;
}

function question(input: FixInput, isLicense: (text: string) => boolean): Question {
  const { t } = vscode.l10n;
  switch (input) {
    case 'reason':
      return {
        title: t('Reason'),
        prompt: t('Why this is acceptable. It is written down for those who look at it later.'),
        validateInput: (value) => (value.trim() === '' ? t('A reason is needed.') : undefined),
      };
    case 'license':
      return {
        title: t('License'),
        prompt: t('Key or name of the license of this model, such as apache-2.0 or proprietary.'),
        validateInput: (value) =>
          isLicense(value.trim()) ? undefined : t('The catalog has no license “{0}”.', value.trim()),
      };
    case 'approver':
      return { title: t('Approved by'), prompt: t('Who decided: a person or a team. May be left empty.') };
    case 'expires':
      return {
        title: t('Expires'),
        prompt: t('The last day on which this holds, as YYYY-MM-DD. Empty for no end.'),
        value: usualExpiry(isoDay(Date.now())),
        validateInput: (value) =>
          value.trim() === '' || isDay(value.trim())
            ? undefined
            : t('Write the day as YYYY-MM-DD, today or later.'),
      };
  }
}

/** A day that exists and is not past. */
function isDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(value) &&
    value >= isoDay(Date.now())
  );
}
