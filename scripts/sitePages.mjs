// The pages of the guide, in the order in which the site lists them.
export const sitePages = [
  ['index', 'The guide'],
  ['about', 'What it is'],
  ['first-notes', 'First notes'],
  ['posting', 'Posting'],
  ['archive', 'Keeping an archive'],
  ['importing', 'Importing'],
  ['command-line', 'The command line'],
  ['ci', 'Checking automatically'],
  ['editors', 'Other editors'],
  ['commands', 'Commands and views'],
  ['settings', 'Settings'],
  ['rules/index', 'Rules'],
  ['accessibility', 'Keyboard, screen readers, languages'],
  ['json', 'JSON and the module'],
  ['troubleshooting', 'Troubleshooting'],
];
