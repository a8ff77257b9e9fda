/** Size above which a file is not read: minutes are a few kilobytes, so such a file is there by mistake. In bytes. */
export const maxFileSize = 5 * 1024 * 1024;

/** Size above which a file is not imported: a mail may bring attachments along. In bytes. */
export const maxSourceSize = 32 * 1024 * 1024;

/**
 * Length of a text above which it is not checked before somebody opens it: a text is checked in one go, and whoever types
 * meanwhile would wait for it. The longest real minutes have a third of it.
 */
export const maxUnopenedLength = 512 * 1024;

/** Milliseconds of reading after which others get their turn. */
export const turn = 10;
