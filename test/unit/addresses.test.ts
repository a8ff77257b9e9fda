import { describe, expect, it } from 'vitest';
import { isArchiveUrl, movedAddress, padAccess, wikiPlace } from '../../server/src/document/schema.js';

describe('an address that has moved', () => {
  it.each([
    [
      'http://lists.xen.org/archives/html/xen-devel/2014-01/msg02668.html',
      'https://lists.xenproject.org/archives/html/xen-devel/2014-01/msg02668.html',
    ],
    [
      'https://LISTS.xen.org/archives/html/xen-devel/2019-07/threads.html#00709',
      'https://lists.xenproject.org/archives/html/xen-devel/2019-07/threads.html#00709',
    ],
    [
      'http://lists.xensource.com/archives/html/xen-users/2008-06/msg00707.html',
      'https://lists.xenproject.org/archives/html/xen-users/2008-06/msg00707.html',
    ],
    [
      'https://old-list-archives.xen.org/archives/html/xen-devel/2022-01/msg00725.html',
      'https://lists.xenproject.org/archives/html/xen-devel/2022-01/msg00725.html',
    ],
    ['http://lists.xen.org/cgi-bin/mailman/listinfo/xen-api', 'https://lists.xenproject.org/mailman/listinfo/xen-api'],
    ['http://lists.xen.org/xen-devel', 'https://lists.xenproject.org/mailman/listinfo/xen-devel'],
    [
      'http://wiki.xen.org/wiki/Xen_PCI_Passthrough#Static',
      'https://wiki.xenproject.org/wiki/Xen_PCI_Passthrough#Static',
    ],
    [
      'http://wiki.xensource.com/index.php?title=Design_Sessions_2019',
      'https://wiki.xenproject.org/index.php?title=Design_Sessions_2019',
    ],
    ['http://xenbits.xensource.com/xsa/advisory-1.html', 'https://xenbits.xen.org/xsa/advisory-1.html'],
    [
      'http://marc.theaimsgroup.com/?l=xen-devel&m=115629369729911&w=2',
      'https://marc.info/?l=xen-devel&m=115629369729911&w=2',
    ],
    ['http://thread.gmane.org/gmane.comp.emulators.xen.devel/119591', 'gone'],
  ])('%s is %s', (url, now) => {
    expect(movedAddress(url)).toBe(now);
    if (now !== 'gone') expect(movedAddress(now)).toBeUndefined();
  });

  it.each([
    'https://lists.xenproject.org/archives/html/xen-devel/2019-07/msg00709.html',
    // Nobody knows where these are now.
    'http://wiki.xensource.com/xenwiki/VTdHowTo',
    'http://lists.xensource.com/archives/cgi-bin/mesg.cgi?a=xen-devel&i=1%40x',
    'http://xenbits.xensource.com/xen-unstable.hg',
    'http://marc.theaimsgroup.com/?l=linux-kernel&m=115629369729911&w=2',
    'http://article.gmane.org/gmane.linux.kernel/1',
    'https://xenbits.xenproject.org/xsa/advisory-1.html',
    'https://example.org/http://lists.xen.org/archives/html/xen-devel/',
    'lists.xen.org/archives/html/xen-devel/',
  ])('is not %s', (url) => {
    expect(movedAddress(url)).toBeUndefined();
  });
});

describe('an archive of the list', () => {
  it.each([
    ['https://lore.kernel.org/xen-devel/20190711@x/', true],
    ['https://lore.kernel.org/qemu-devel/20190711@x/', false],
    ['https://marc.info/?l=xen-devel&m=1', true],
    ['https://marc.info/?l=qemu-devel&m=1', false],
    ['https://patchew.org/Xen/20190711@x/', true],
    ['http://lists.xen.org/archives/html/xen-devel/2014-01/msg02668.html', true],
    ['https://old-list-archives.xenproject.org/archives/html/xen-devel/2014-01/msg02668.html', true],
    ['http://thread.gmane.org/gmane.comp.emulators.xen.devel/119591', true],
    ['http://thread.gmane.org/gmane.linux.kernel/1', false],
    ['https://wiki.xen.org/wiki/Xen', false],
    ['https://xenproject.org/', false],
  ])('%s: %s', (url, expected) => {
    expect(isArchiveUrl(url)).toBe(expected);
  });
});

describe('a pad', () => {
  it.each([
    ['https://cryptpad.fr/pad/#/2/pad/edit/URCDNNBOVKsEK2grXf2l954a/', 'edit'],
    ['https://cryptpad.fr/pad/#/2/pad/view/bFelqwYToFejOhnu1bInhJ7sJwPGqW55gOpWx+VJ0GU/', 'unknown'],
    ['https://pads.example.org/code/#/2/code/edit/5SDhLxs2/', 'edit'],
    ['https://pad.riseup.net/p/7x3G896a3NLA', 'edit'],
    ['https://pad.riseup.net/p/r.7x3G896a3NLA', 'unknown'],
    ['https://pad.riseup.net/p/7x3G896a3NLA/export/txt', 'unknown'],
    ['https://etherpad.opendev.org/p/xen?showChat=false', 'edit'],
    ['https://hackmd.io/2HVwwBRTQVmT?view', 'unknown'],
    ['https://hackmd.io/2HVwwBRTQVmT?both', 'edit'],
    ['https://hackmd.io/@xen/Hyc1KzFF0/edit', 'edit'],
    ['https://demo.hedgedoc.org/2HVwwBRTQVmT?edit', 'edit'],
    ['https://docs.google.com/document/d/1abc/edit', 'unknown'],
    ['https://www.instagram.com/p/abc/', undefined],
    ['https://example.org/p/pad', undefined],
    ['https://docs.google.com/presentation/d/1abc/edit', undefined],
  ])('%s: %s', (url, expected) => {
    expect(padAccess(url)).toBe(expected);
  });
});

describe('a page of the wiki', () => {
  it.each([
    [
      'https://wiki.xenproject.org/wiki/Design_Sessions_2019#Virtio',
      { page: 'Design_Sessions_2019', section: 'Virtio' },
    ],
    ['http://wiki.xen.org/wiki/Design_Sessions', { page: 'Design_Sessions' }],
    ['https://en.wikipedia.org/wiki/Xen', undefined],
  ])('%s', (url, expected) => {
    expect(wikiPlace(url)).toEqual(expected);
  });
});
