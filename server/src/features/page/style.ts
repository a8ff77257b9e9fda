/**
 * How pages look: in the editor's own colours where it gives them, else in light or dark ones as the reader's system asks for. In high
 * contrast, and on paper, what colours say is told by borders and numbers.
 */
export function pageStyle(): string {
  return style;
}

const style = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --back: #fff; --line: #d1d9e0; --link: #0a5cc0; --focus: #0a5cc0;
  --good: #2c7a39; --begun: #0a69c7; --due: #b45309; --plain: #8b6bb1; --quiet: #9aa2ab; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e8ea; --soft: #a5adb6; --back: #1b1d20; --line: #444b53; --link: #7ab7ff; --focus: #7ab7ff;
  --good: #6fc27d; --begun: #62aef7; --due: #eda04b; --plain: #b89ae0; --quiet: #7d8690; } }
body[class*=vscode] { --text: var(--vscode-foreground); --soft: var(--vscode-descriptionForeground); --back: var(--vscode-editor-background);
  --line: var(--vscode-contrastBorder, var(--vscode-panel-border, #8884)); --link: var(--vscode-textLink-foreground); --focus: var(--vscode-focusBorder);
  --good: var(--vscode-charts-green); --begun: var(--vscode-charts-blue); --due: var(--vscode-charts-yellow); --plain: var(--vscode-charts-purple);
  --quiet: var(--vscode-disabledForeground, #8888); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); }
body { margin: 0 auto; padding: 1rem 1.5rem 3rem; max-width: 70rem; background: var(--back); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6em; } h2 { font-size: 1.25em; } h1, h2, h3, h4 { font-weight: 600; line-height: 1.25; margin: 1.5em 0 .5em; }
h1:focus, h2:focus, h3:focus { outline: none; }
h1 { margin-top: .5em; } p { margin: .4em 0; max-width: 48em; } .aside { color: var(--soft); }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
a:focus-visible, .wide:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
ul { padding-left: 1.2em; margin: .4em 0; } li { margin: .25em 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .2em 1.2em; list-style: none; padding: 0; }
.wide { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); padding-bottom: .4em; }
th, td { padding: .2em .7em; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th:first-child { text-align: left; padding-left: 0; }
th[scope=row] { font-weight: normal; }
thead th { font-weight: 600; vertical-align: bottom; }
.bar { width: 12em; min-width: 8em; } .bar svg { display: block; width: 100%; height: .9em; }
.swatch { width: .8em; height: .8em; margin-right: .4em; }
rect.good { fill: var(--good); } rect.begun { fill: var(--begun); } rect.due { fill: var(--due); } rect.plain { fill: var(--plain); } rect.quiet { fill: var(--quiet); }
.tag { display: inline-block; font-size: .85em; line-height: 1.4; padding: 0 .5em; border: 1px solid var(--line); border-radius: .7em; color: var(--soft); }
.tag.good { border-color: var(--good); } .tag.begun { border-color: var(--begun); } .tag.due { border-color: var(--due); color: var(--text); }
.heat1 { background: color-mix(in srgb, var(--begun) 12%, transparent); } .heat2 { background: color-mix(in srgb, var(--begun) 24%, transparent); }
.heat3 { background: color-mix(in srgb, var(--begun) 38%, transparent); } .heat4 { background: color-mix(in srgb, var(--begun) 54%, transparent); font-weight: 600; }
body.vscode-high-contrast td[class^=heat] { background: none; outline: 1px solid var(--line); outline-offset: -2px; }
body.vscode-high-contrast .heat3, body.vscode-high-contrast .heat4 { outline-width: 2px; outline-color: var(--text); }
body.vscode-high-contrast rect, body.vscode-high-contrast .tag { stroke: var(--line); stroke-width: .3; color: var(--text); }
body.vscode-high-contrast a { text-decoration: underline; }
@media (forced-colors: active) { td[class^=heat] { border: 1px solid; } .heat4 { border-width: 3px; } rect { stroke: CanvasText; stroke-width: .3; } .bar svg, .swatch { forced-color-adjust: none; } }
@media print { :root { --text: #000; --soft: #333; --back: #fff; --line: #999; --link: #000; } body { max-width: none; padding: 0; font-size: 11pt; }
  nav { display: none; } .wide { overflow: visible; } section, tr, li { break-inside: avoid-page; } h2, h3, h4 { break-after: avoid; }
  rect, td { print-color-adjust: exact; -webkit-print-color-adjust: exact; } section section { break-inside: auto; } }
`;
