import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, withCommand } from '../cli/run.js';
import { fencesIn } from '../support/fences.js';
import { hasProgram, printed } from '../support/programs.js';

/** Editors are set up as the page tells people to. */
const fences = fencesIn('docs/editors.md');
const snippet = (section: string, index = 0): string =>
  fences.filter((fence) => fence.section === section)[index]?.text ?? `nothing below ${section}`;

const minutes =
  '# Call Minutes\n\n- Date: 2019-07-12\n\n## Attendees\n\n- Jan Beulich\n\n## Point\n\n- Action Jan: go on\n- ACTION: more\n';
const archive = { '.xen-notes.json': '{}', 'minutes/call.md': minutes };

const nvim = hasProgram('nvim', 'no session in Neovim is run');
const emacs = hasProgram('emacs', 'no session in Emacs is run');
const eglot =
  emacs && spawnSync('emacs', ['--batch', ...packages("(require 'eglot)(require 'markdown-mode)")]).status === 0;
if (emacs && !eglot) console.warn('Emacs has no eglot or no markdown-mode: no session in it is run');
const vim = hasProgram('vim', 'nothing is checked from Vim');

function packages(rest: string): string[] {
  return ['--eval', `(progn (package-initialize) ${rest})`];
}

describe.runIf(nvim)('Neovim', () => {
  const [, major = '0', minor = '0'] = nvim ? (/v(\d+)\.(\d+)/.exec(printed('nvim', ['--version'])) ?? []) : [];
  const isNew = Number(major) > 0 || Number(minor) >= 11;

  /** Runs a session that prints what it saw as JSON. */
  function session(setUp: string, steps: string): unknown {
    const cwd = folderOf({
      ...archive,
      'init.lua': `vim.cmd('filetype plugin on')\n${setUp}`,
      'steps.lua': `
        local function out(value) io.stdout:write(vim.fn.json_encode(value)) vim.cmd('qall!') end
        local function lsp(method, params) local all = vim.lsp.buf_request_sync(0, method, params, 10000) or {}
          for _, answer in pairs(all) do return answer.result end end
        vim.wait(20000, function() return #vim.diagnostic.get(0) > 1 end, 20)
        ${steps}`,
    });
    const env = { ...withCommand(), XDG_STATE_HOME: cwd, XDG_DATA_HOME: cwd, XDG_CONFIG_HOME: cwd };
    const args = ['--headless', '-n', '-u', 'init.lua', 'minutes/call.md', '-c', 'luafile steps.lua'];
    return JSON.parse(printed('nvim', args, { cwd, env }));
  }

  it('shows findings, mends one, and tells who somebody is', () => {
    const seen = session(
      snippet('Neovim', isNew ? 0 : 1),
      `local codes = {}
       for _, each in ipairs(vim.diagnostic.get(0)) do table.insert(codes, each.code or each.user_data.lsp.code) end
       vim.api.nvim_win_set_cursor(0, { 11, 3 })
       local at = vim.lsp.util.make_range_params()
       at.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics() }
       local actions = lsp('textDocument/codeAction', at)
       vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
       vim.api.nvim_win_set_cursor(0, { 7, 4 })
       local hover = lsp('textDocument/hover', vim.lsp.util.make_position_params())
       out({ codes = codes, line = vim.fn.getline(11), hover = hover.contents.value })`,
    );
    expect(seen).toMatchObject({
      codes: expect.arrayContaining(['action-malformed', 'action-no-owner']) as unknown,
      line: '- ACTION Jan: go on',
      hover: expect.stringContaining('Jan Beulich') as unknown,
    });
  });

  it('has its settings heard', () => {
    const setUp = snippet('Neovim', isNew ? 0 : 1).replace(
      "mode = 'draft'",
      "rules = { ['action-no-owner'] = 'error' }",
    );
    const seen = session(
      setUp,
      `vim.wait(3000, function() return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) > 0 end, 20)
       out({ errors = #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) })`,
    );
    expect(seen).toEqual({ errors: 1 });
  });
});

describe.runIf(eglot)('Emacs', () => {
  /** Runs a session that writes what it saw, once there are so many findings. */
  function session(setUp: string, findings: number, steps: string): string {
    const cwd = folderOf(archive);
    spawnSync('git', ['init', '--quiet'], { cwd });
    const file = path.join(cwd, 'session.el');
    writeFileSync(
      file,
      `(package-initialize) (require 'markdown-mode)
       (setq eglot-sync-connect 20 eglot-autoshutdown nil eglot-confirm-server-initiated-edits nil)
       ${setUp}
       (find-file "minutes/call.md")
       (unless (eglot-managed-p) (apply #'eglot (eglot--guess-contact)))
       (flymake-mode 1) (flymake-start)
       (let ((until (+ (float-time) 20)))
         (while (and (< (length (flymake-diagnostics)) ${findings}) (< (float-time) until)) (accept-process-output nil 0.05)))
       (sit-for 0.2)
       ${steps}
       ;; What the server asks meanwhile, an Emacs that ends can no longer answer.
       (ignore-errors (eglot-shutdown (eglot-current-server)))`,
    );
    return printed('emacs', ['--batch', '--load', file], { cwd, env: { ...withCommand(), HOME: cwd } });
  }

  it('shows findings and mends one', () => {
    const seen = session(
      snippet('Emacs'),
      2,
      `(dolist (each (flymake-diagnostics)) (princ (format "%s\\n" (flymake-diagnostic-text each))))
       (goto-char (point-min)) (search-forward "Action")
       (let* ((actions (eglot-code-actions (line-beginning-position) (line-end-position) "quickfix"))
              (action (aref (vconcat actions) 0)))
         (eglot--apply-workspace-edit (plist-get action :edit)))
       (princ (buffer-substring (line-beginning-position) (line-end-position)))`,
    );
    expect(seen).toMatch(/no owner stands at the head/);
    expect(seen).toContain('- ACTION Jan: go on');
  });

  it('has its settings heard', () => {
    const setUp = snippet('Emacs').replace('(:mode "draft")', '(:rules (:action-no-owner "off"))');
    const seen = session(
      setUp,
      1,
      '(dolist (each (flymake-diagnostics)) (princ (format "%s\\n" (flymake-diagnostic-text each))))',
    );
    expect(seen).not.toBe('');
    expect(seen).not.toMatch(/no owner stands at the head/);
  });
});

it.runIf(vim)('Vim has the findings as a list of errors', () => {
  const cwd = folderOf({ ...archive, 'markdown.vim': snippet('Vim') });
  const ask =
    "call writefile([json_encode(map(getqflist(), '[bufname(v:val.bufnr), v:val.lnum, v:val.col, v:val.type, v:val.text]'))], 'seen.json')";
  const args = [
    '-N',
    '-u',
    'NONE',
    '-i',
    'NONE',
    '-es',
    'minutes/call.md',
    '-c',
    'source markdown.vim',
    '-c',
    'silent make',
    '-c',
    ask,
    '-c',
    'qall!',
  ];
  spawnSync('vim', args, { cwd, env: withCommand() });
  expect(JSON.parse(readFileSync(path.join(cwd, 'seen.json'), 'utf8'))).toContainEqual([
    'minutes/call.md',
    12,
    3,
    'w',
    expect.stringMatching(/^no owner .*\[action-no-owner\]$/),
  ]);
});
