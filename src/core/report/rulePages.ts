import { render } from '../message';
import type { RuleInfo } from '../policy/rule';
import { severityNotes } from '../policy/severity';
import { prose } from './markdownText';

/** Where the pages of this project lie. */
const PAGES = 'https://github.com/model-license-lens/model-license-lens/blob/main/docs/';

/** The name of the file with the page about a rule: `license-denied.md`. */
export function rulePageName(code: string): string {
  return `${code.replaceAll('/', '-')}.md`;
}

/** The address of the page about a rule, which reports link to. */
export function rulePageUrl(code: string): string {
  return `${PAGES}rules/${rulePageName(code)}`;
}

/** The address of the page about the keys of a policy. */
export function policyPageUrl(): string {
  return `${PAGES}policy.md`;
}

/** The page about a rule in Markdown, from the text that every surface explains it with. */
export function rulePage(rule: RuleInfo): string {
  const { code, severity, summary, checks, why, settle, example } = rule;
  return `${[
    `# ${code}`,
    prose(render(summary)),
    '## What it checks',
    prose(render(checks)),
    '## Why',
    prose(render(why)),
    '## How to settle it',
    settle.map((step) => `- ${prose(render(step))}`).join('\n'),
    '## Example',
    `\`\`\`\n${example.trimEnd()}\n\`\`\``,
    '## Severity',
    `\`${severity}\` under a policy. A policy changes it with \`rules: { ${code}: … }\`.`,
    ...severityNotes(rule).map((note) => prose(render(note))),
    '[All rules](README.md)',
  ].join('\n\n')}\n`;
}

/** The list of all rules in Markdown, each with a link to its page. */
export function ruleIndex(rules: readonly RuleInfo[]): string {
  const rows = rules.map(
    ({ code, severity, summary }) =>
      `| [${code}](${rulePageName(code)}) | ${severity} | ${prose(render(summary))} |`,
  );
  return `# Rules\n\nWhat Model License Lens reports, under a policy. \`npm run rules\` writes these pages from the rules themselves.\n\n| rule | severity | what it says |\n|---|---|---|\n${rows.join('\n')}\n`;
}
