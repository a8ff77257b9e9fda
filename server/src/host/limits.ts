/** Size above which a file is not read: minutes are a few kilobytes, so such a file is there by mistake. In bytes. */
export const maxFileSize = 5 * 1024 * 1024;

/** Size above which a file is not imported: a mail may bring attachments along. In bytes. */
export const maxSourceSize = 32 * 1024 * 1024;

/** Files read at the same time. */
export const readsAtOnce = 16;

/** Milliseconds of reading after which others get their turn. */
export const turn = 12;
