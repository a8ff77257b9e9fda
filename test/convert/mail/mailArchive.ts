import { Archive } from '../../../server/src/archive/archive.js';
import { readDocument } from '../../../server/src/document/document.js';
import { peopleRegister } from '../../support/registers.js';

const sessions = ['Live Updating Xen', 'Virtio', 'Build System gripes', 'Xen Toolstacks'];
const event = `# Design Sessions 2019\n\n- Date: 2019-07-09 to 2019-07-11\n\n## Sessions without published notes\n\n${sessions
  .map((title) => `### ${title}\n\n- Notes: none\n`)
  .join('\n')}`;

/** The archive that the mails of these tests are imported into. */
export const mailArchive = Archive.of(
  [readDocument('people.md', peopleRegister).facts, readDocument('2019.md', event).facts],
  { wiki: { base: 'https://wiki.xenproject.org/wiki/' } },
);
