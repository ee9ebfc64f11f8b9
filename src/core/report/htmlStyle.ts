/**
 * The report's style. In an editor the theme's colors apply; on its own the page follows the reader's light or dark
 * preference. Nothing is said by color alone, no word is in a color that a theme means for a sign, and all of it prints.
 */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --fg: var(--vscode-foreground, #1f2328); --bg: var(--vscode-editor-background, #ffffff);
  --muted: var(--vscode-descriptionForeground, #57606a); --line: var(--vscode-widget-border, #d0d7de); --bar: var(--vscode-charts-blue, #0969da);
  --error: var(--vscode-errorForeground, #b3261e); --warning: var(--vscode-editorWarning-foreground, #7a5200); --link: var(--vscode-textLink-foreground, #0550ae); }
@media (prefers-color-scheme: dark) { :root { --fg: var(--vscode-foreground, #e6edf3); --bg: var(--vscode-editor-background, #0d1117);
  --muted: var(--vscode-descriptionForeground, #9da7b3); --line: var(--vscode-widget-border, #30363d); --bar: var(--vscode-charts-blue, #4493f8);
  --error: var(--vscode-errorForeground, #ff7b72); --warning: var(--vscode-editorWarning-foreground, #e3b341); --link: var(--vscode-textLink-foreground, #79b8ff); } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 72rem; color: var(--fg); background: var(--bg); font: 14px/1.5 var(--vscode-font-family, system-ui, sans-serif); }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { font-size: 1rem; margin: 0 0 .4rem; }
p { margin: .4rem 0; } a { color: var(--link); } .muted { color: var(--muted); }
code { font-family: var(--vscode-editor-font-family, ui-monospace, monospace); font-size: .92em; overflow-wrap: break-word; } td:last-child code { overflow-wrap: anywhere; }
.cards, .charts { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); margin: 1rem 0; padding: 0; list-style: none; }
.charts { grid-template-columns: repeat(auto-fit, minmax(24rem, 1fr)); }
.cards li, .charts section { border: 1px solid var(--line); border-radius: 6px; padding: .75rem; }
.cards b { display: block; font-size: 1.5rem; line-height: 1.2; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; } tbody td:last-child { min-width: 14rem; } .charts td:last-child { min-width: 0; } td.number, th.number { text-align: right; white-space: nowrap; }
.charts table, .charts td, .charts th { border: 0; padding: .1rem .4rem .1rem 0; font-weight: 400; } .charts td.bar { width: 55%; }
svg rect.value { fill: var(--bar); } svg rect.unknown { fill: var(--muted); } svg.lineage rect { fill: none; stroke: var(--line); } svg.lineage path { fill: none; stroke: var(--muted); }
svg.lineage text { fill: var(--fg); font-size: 12px; } svg.lineage { max-width: 100%; height: auto; }
.severity-error, .severity-warning, .verdict-conflict, .verdict-review { font-weight: 600; white-space: nowrap; }
.severity-error::before, .severity-warning::before, .verdict-conflict::before, .verdict-review::before { content: ""; display: inline-block; width: .6em;
  height: .6em; margin-right: .4em; border-radius: 50%; background: var(--error); }
.severity-warning::before, .verdict-review::before { background: var(--warning); border-radius: 0; }
.notice { border-left: 4px solid var(--warning); padding-left: .75rem; }
@media (forced-colors: active) { svg rect.value { fill: CanvasText; } [class^=severity-]::before, [class^=verdict-]::before { forced-color-adjust: none; } .cards li, .charts section { border-color: CanvasText; } }
:where(.scroll) :is(th, td) { min-width: 5.5em; } :where(:lang(ja), :lang(zh)) :where(.scroll) :is(th, td) { min-width: 6.5em; } :is(:lang(ja), :lang(zh)) th { word-break: keep-all; }
.sign-off { display: none; }
@page { size: landscape; }
@media print { body { max-width: none; padding: 0; } h2 { break-after: avoid; } tr { break-inside: avoid; } .scroll { overflow: visible; font-size: .8em; }
  .scroll :is(th, td) { min-width: 0; } .scroll td:is(:first-child, :last-child) { min-width: 7rem; } .scroll code { overflow-wrap: anywhere; }
  .sign-off { display: block; break-inside: avoid; } .sign-off table { border-collapse: separate; border-spacing: .75rem 0; } .sign-off td, .sign-off th { height: 3.5rem; vertical-align: bottom; } .sign-off thead * { height: auto; }
  .sign-off th[scope=row] { width: 9rem; } .sign-off tbody td { border-bottom: 1px solid var(--fg); } .sign-off tbody td:last-child { min-width: 0; width: 35%; } }
`;
