import * as vscode from 'vscode';
import { escapeMarkdown, type ResearchState } from '../../core';
import { localize } from '../localize';
import { section } from './markdownParts';

/** How the look-up of a model fared, where there was one. */
export function hubSection(state: ResearchState | undefined): string {
  const { t } = vscode.l10n;
  if (state === undefined) return '';
  return section(t('Look-up on the Hub'), `${escapeMarkdown(sentence(state))}\n`);
}

function sentence(state: ResearchState): string {
  const { t } = vscode.l10n;
  switch (state.kind) {
    case 'looking-up':
    case 'waiting':
      return t('The Hub is being asked.');
    case 'answered':
      return state.renamedTo === undefined
        ? t('The Hub answered; what it says is part of the facts above.')
        : t('The Hub answered: the model is now called {0}.', state.renamedTo);
    case 'absent':
      return t('The Hub shows nothing: {0}.', localize(state.reason));
    case 'failed':
      return t('The Hub did not answer: {0}.', localize(state.reason));
  }
}
