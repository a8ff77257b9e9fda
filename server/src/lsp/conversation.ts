import { ErrorCodes, ResponseError, type Connection, type Message } from 'vscode-languageserver';
import type { Pace } from './pace.js';
import { wrongParams } from './params.js';

/** How far a client is in talking to a server. */
type State = 'new' | 'served' | 'ended';

/** What a message is to the protocol. */
interface Received {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: unknown;
}

/** Asked in the place of what is refused; no client knows it. */
const refused = 'xen-notes/refused';

interface Refusal {
  readonly code: number;
  readonly message: string;
}

/**
 * Holds a client to the order of the protocol: nothing is answered before `initialize` and after `shutdown`, and nothing whose
 * parameters are none. A request is refused with the protocol's own numbers, a notification is passed over.
 */
export interface Conversation {
  handleMessage(message: Message, next: (message: Message) => void): void;
  /** Has the refusals answered. */
  attend(connection: Connection): void;
}

export function createConversation(pace: Pace): Conversation {
  let state: State = 'new';
  let log: (message: string) => void = () => undefined;

  const refusal = ({ method, params }: Received): Refusal | undefined => {
    if (typeof method !== 'string') return { code: ErrorCodes.InvalidRequest, message: 'a request names its method' };
    if (state === 'ended') return { code: ErrorCodes.InvalidRequest, message: 'the server has been shut down' };
    if (state === 'new' && method !== 'initialize')
      return { code: ErrorCodes.ServerNotInitialized, message: 'send initialize first' };
    if (state !== 'new' && method === 'initialize')
      return { code: ErrorCodes.InvalidRequest, message: 'the server has been initialized' };
    const wrong = wrongParams(method, params);
    return wrong === undefined ? undefined : { code: ErrorCodes.InvalidParams, message: `${method} ${wrong}` };
  };
  const takeNote = (method: unknown): void => {
    if (method === 'initialize') state = 'served';
    if (method === 'shutdown') state = 'ended';
  };
  const request = (message: Message & Received, next: (message: Message) => void): void => {
    const no = refusal(message);
    if (!no) takeNote(message.method);
    const answered = no ? { jsonrpc: message.jsonrpc, id: message.id, method: refused, params: no } : message;
    next(answered);
  };
  const notification = (message: Message & Received, next: (message: Message) => void): void => {
    const no = message.method === 'exit' ? undefined : refusal(message);
    if (!no) next(message);
    else if (state === 'served' && no.code === ErrorCodes.InvalidParams) log(`passed over: ${no.message}`);
  };

  return {
    handleMessage(message, next) {
      const received: unknown = message;
      // Some clients send what is no message at all.
      if (typeof received !== 'object' || received === null || Array.isArray(received)) return;
      const { id, method } = message as Received;
      const isAnswer = 'result' in message || 'error' in message;
      if (typeof id === 'string' || typeof id === 'number') {
        if (isAnswer) next(message);
        else pace(() => request(message, next));
      } else if (typeof method === 'string') pace(() => notification(message, next));
    },
    attend(connection) {
      log = (message) => connection.console.warn(message);
      connection.onRequest(refused, ({ code, message }: Refusal) => new ResponseError(code, message));
    },
  };
}
