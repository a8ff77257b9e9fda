// The library's names, so that the build knows them when it makes a bundle of it that is loaded with the server.
export { CloseAction, ErrorAction, LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
