// The guide as a site: `npm run site` writes it into dist/site, for any host of files.
import fs from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { slug } from './scripts/links.mjs';
import { readManifest } from './scripts/manifest.mjs';
import { sitePages } from './scripts/sitePages.mjs';

const { description, homepage, version } = readManifest();
const repository = homepage.replace(/#.*/, '');

export default function (config) {
  for (const other of ['[!R]*.md', 'corpus/**', 'test/**', 'dist/**']) config.ignores.add(other);
  const markdown = new MarkdownIt({ html: true });
  const { heading_open: open = (tokens, at, options, env, self) => self.renderToken(tokens, at, options) } =
    markdown.renderer.rules;
  markdown.renderer.rules.heading_open = (tokens, at, ...rest) => {
    tokens[at].attrSet('id', slug(tokens[at + 1].children.map(({ content }) => content).join('')));
    return open(tokens, at, ...rest);
  };
  // A page of the repository is the page of the site that is made of it, and anything else is where it is published.
  markdown.core.ruler.push('site-links', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type === 'link_open') token.attrSet('href', onSite(token.attrGet('href'), env.page));
      if (token.type === 'image') token.attrSet('src', token.attrGet('src').replace(/^docs\//, ''));
    }
  });
  config.setLibrary('md', markdown);
  config.addGlobalData('layout', 'page.liquid');
  config.addGlobalData('product', { description, repository, version, pages: sitePages });
  config.addGlobalData(
    'permalink',
    () =>
      ({ page }) =>
        `${siteName(page.inputPath)}.html`,
  );
  config.addGlobalData('eleventyComputed', {
    title: ({ page }) => /^# (.*)$/m.exec(fs.readFileSync(page.inputPath, 'utf8'))?.[1] ?? '',
    top: ({ page }) => '../'.repeat(siteName(page.inputPath).split('/').length - 1),
    here: ({ page }) => siteName(page.inputPath),
  });
  config.addPassthroughCopy({ 'docs/images': 'images', 'site/style.css': 'style.css', 'media/icon.png': 'icon.png' });
  return {
    dir: { input: '.', includes: 'site', output: 'dist/site' },
    templateFormats: ['md'],
    markdownTemplateEngine: false,
  };
}

/** Where a page of the repository is on the site: the guide's contents come first, then what it is about. */
function siteName(inputPath) {
  const file = path.posix.normalize(inputPath).replace(/\.md$/, '');
  if (file === 'README') return 'about';
  return file.replace(/^docs\//, '').replace(/(^|\/)README$/, '$1index');
}

function onSite(href, { inputPath }) {
  if (/^[a-z][\w+.-]*:|^#/i.test(href)) return href;
  const [file, anchor] = href.split('#');
  const target = path.posix.join(path.posix.dirname(path.posix.normalize(inputPath)), file);
  if (!/^(?:README|docs\/.*)\.md$/.test(target)) return `${repository}/blob/HEAD/${target}`;
  const from = path.posix.dirname(siteName(inputPath));
  const address = `${path.posix.relative(from, siteName(target))}.html`;
  return anchor === undefined ? address : `${address}#${anchor}`;
}
