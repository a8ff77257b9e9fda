// Texts of files in a .vsix, by their names there.
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

export async function packedTexts(file, names) {
  const archive = await promisify(yauzl.open)(file, { lazyEntries: true, autoClose: false });
  const open = promisify(archive.openReadStream.bind(archive));
  const texts = new Map();
  await new Promise((resolve, reject) => {
    archive.on('error', reject).on('end', resolve);
    archive.on('entry', (entry) => {
      if (!names.includes(entry.fileName)) return archive.readEntry();
      open(entry)
        .then(text)
        .then((content) => {
          texts.set(entry.fileName, content);
          archive.readEntry();
        }, reject);
    });
    archive.readEntry();
  });
  archive.close();
  return texts;
}
