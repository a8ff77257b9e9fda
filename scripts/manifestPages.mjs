// The pages of commands and of settings, made from the extension's manifest.

export function commandsPage({ commands, views, viewsContainers, menus, keybindings }) {
  const hidden = new Set(menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command));
  const keys = (id) => keybindings.filter(({ command, key }) => command === id && key).map(({ key }) => `\`${key}\``);
  const rows = commands.map(({ command, title, category }) => {
    const places = [
      ...(hidden.has(command) ? [] : ['command palette']),
      ...Object.entries(menuNames).flatMap(([menu, name]) =>
        (menus[menu] ?? []).some((item) => item.command === command) ? [name] : [],
      ),
      ...keys(command),
    ];
    return `| ${category}: ${title} | \`${command}\` | ${[...new Set(places)].join(', ') || 'other commands'} |`;
  });
  const containers = Object.values(viewsContainers).flat();
  const shown = Object.entries(views).flatMap(([container, own]) =>
    own.map(
      ({ id, name }) =>
        `| ${name} | \`${id}\` | ${containers.find((each) => each.id === container)?.title ?? container} |`,
    ),
  );
  return page('Commands and views', [
    'In the command palette (Ctrl+Shift+P, or ⇧⌘P) the commands begin with "Xen Notes".',
    table(['command', 'id, for key bindings', 'where it is found'], rows),
    '## Views',
    table(['view', 'id', 'in the sidebar'], shown),
    'How they are used is told in [the guide](README.md).',
  ]);
}

const menuNames = {
  'editor/title': 'the editor’s title',
  'editor/context': 'the editor’s menu',
  'explorer/context': 'the Explorer’s menu',
  'file/newFile': 'File › New File…',
  'view/title': 'a view’s title',
  'view/item/context': 'the sidebar’s entries',
};

export function settingsPage(properties) {
  const rows = Object.entries(properties).map(([name, setting]) => {
    const about = (setting.markdownDescription ?? setting.description)
      .replace(/(?<!\s)\s*\n\s*/g, ' ')
      .replace(/\|/g, '\\|');
    const values = setting.enum ? ` One of ${setting.enum.map((value) => `\`${value}\``).join(', ')}.` : '';
    return `| \`${name}\` | \`${JSON.stringify(setting.default)}\` | ${about}${values} |`;
  });
  return page('Settings', [
    'In VS Code these stand in its settings, for the user, a workspace or a folder. In other editors they are given to the language server without `xenNotes.` before them, as [Other editors](editors.md) shows.',
    table(['setting', 'default', 'meaning'], rows),
    'What you set in `xenNotes.rules` wins over the severity that `.xen-notes.json` sets, for you and in your editor alone; the workspace’s settings win over the user’s. `since` and the options of a rule hold all the same, and so do comments and the baseline. The command line and the tasks go by `.xen-notes.json`, which is told of in [Keeping an archive](archive.md#what-the-configuration-can-say). Each [rule](rules/README.md) can be named.',
  ]);
}

function page(title, parts) {
  return `# ${title}\n\n${parts.join('\n\n')}\n`;
}

function table(titles, rows) {
  return [`| ${titles.join(' | ')} |`, `| ${titles.map(() => '---').join(' | ')} |`, ...rows].join('\n');
}
