// What is in a .vsix.
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

/** Texts of files, by their names there. */
export async function packedTexts(file, names) {
  const texts = new Map();
  await eachFile(file, async (name, open) => {
    if (names.includes(name)) texts.set(name, await text(await open()));
  });
  return texts;
}

/** Writes all files below a folder. */
export async function unpack(file, folder) {
  await eachFile(file, async (name, open) => {
    const place = path.join(folder, name);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    await pipeline(await open(), fs.createWriteStream(place));
  });
}

async function eachFile(file, take) {
  const archive = await promisify(yauzl.open)(file, { lazyEntries: true, autoClose: false });
  const open = promisify(archive.openReadStream.bind(archive));
  await new Promise((resolve, reject) => {
    archive.on('error', reject).on('end', resolve);
    archive.on('entry', (entry) => {
      const taken = entry.fileName.endsWith('/') ? Promise.resolve() : take(entry.fileName, () => open(entry));
      taken.then(() => archive.readEntry(), reject);
    });
    archive.readEntry();
  });
  archive.close();
}
