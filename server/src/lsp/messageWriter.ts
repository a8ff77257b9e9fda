import type { Readable, Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/** Bytes that a client has not read yet from which on no more is taken from it. */
const mostUnread = 8 * 1024 * 1024;

/**
 * Writes a message with its header at once; the library's own writer writes twice, and a client is woken up twice. A client that
 * does not read what it is told is not listened to until it does, so that what waits for it does not grow.
 */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  private failures = 0;

  constructor(
    private readonly stream: Writable,
    private readonly input: Readable,
  ) {
    super();
    stream.on('drain', () => input.resume());
    stream.on('error', (error: Error) => {
      // Whether there is more to come is for the input to tell.
      input.resume();
      this.fireError(error);
    });
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    const header = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n`;
    return new Promise((resolve, reject) => {
      this.stream.write(header + content, (error) => {
        if (!error) {
          this.failures = 0;
          resolve();
          return;
        }
        this.failures++;
        this.fireError(error, message, this.failures);
        reject(error);
      });
      if (this.stream.writableLength > mostUnread) this.input.pause();
    });
  }

  end(): void {
    this.stream.end();
  }
}
