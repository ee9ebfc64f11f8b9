import {
  type CodeAction,
  type CodeActionParams,
  CodeActionKind,
  type CompletionList,
  type Connection,
  createConnection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type Position,
  ProposedFeatures,
  type Range,
  ShowDocumentRequest,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** An open document as the client sent it. */
export type OpenDocument = Pick<TextDocument, 'uri' | 'version' | 'getText' | 'offsetAt'>;

/** What is told of documents; places are those of the protocol: from 0, in UTF-16 code units. */
export interface LanguageAnswers {
  /** The locale of the client, as `ja` or `zh-cn`: what people read is in its language, English where there is none. */
  speak(locale: string): void;
  /** Absolute `file:` addresses of the folders that the client has open; what lies in none is judged in the folder of the server. */
  openFolders(uris: readonly string[]): void;
  /** Another text, policy or manifest is on the disk: what was read before is not used again. */
  forget(): void;
  /** A document was closed: one that is opened at its address later may count its versions from the start. */
  close(uri: string): void;
  diagnostics(document: OpenDocument): Promise<Diagnostic[]>;
  hover(document: OpenDocument, position: Position): Promise<Hover | null>;
  codeActions(document: OpenDocument, range: Range): Promise<CodeAction[]>;
  completion(document: OpenDocument, position: Position): Promise<CompletionList>;
}

/** Who types is given this long to finish a word. */
const TYPING_PAUSE_MS = 200;
/** Shows a page of a license's steward in the reader's browser. */
export const OPEN_PAGE = 'model-license-lens.openPage';

/**
 * Serves the Language Server Protocol over standard input and output. The process ends when the client says so or goes; the promise
 * never resolves.
 */
export function serve(
  serverInfo: Readonly<Record<'name' | 'version', string>>,
  answers: LanguageAnswers,
): Promise<never> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const documents = new TextDocuments(TextDocument);
  const watches = onInitialize(connection, serverInfo, answers);
  const refresh = publisher(connection, documents, answers);
  const refreshAll = (): void => {
    answers.forget();
    documents.all().forEach((document) => refresh(document));
  };
  connection.onInitialized(() => {
    if (watches())
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/.model-{policy,lock}.yaml' }],
      });
  });
  connection.onDidChangeWatchedFiles(refreshAll);
  documents.onDidSave(refreshAll);
  documents.onDidChangeContent(({ document }) => refresh(document));
  documents.onDidClose(({ document: { uri } }) => {
    answers.close(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  const of = async <T>(uri: string, none: T, answer: (document: TextDocument) => Promise<T>): Promise<T> => {
    const document = documents.get(uri);
    return document === undefined ? none : answer(document);
  };
  connection.onHover(({ textDocument: { uri }, position }) =>
    of<Hover | null>(uri, null, (document) => answers.hover(document, position)),
  );
  connection.onCompletion(({ textDocument: { uri }, position }) =>
    of<CompletionList>(uri, { isIncomplete: false, items: [] }, (document) =>
      answers.completion(document, position),
    ),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context }) =>
    of<CodeAction[]>(uri, [], async (document) =>
      wanted(context) ? answers.codeActions(document, range) : [],
    ),
  );
  connection.onExecuteCommand(({ command, arguments: [uri] = [] }) =>
    command === OPEN_PAGE && typeof uri === 'string' && uri.startsWith('https://')
      ? connection.sendRequest(ShowDocumentRequest.type, { uri, external: true })
      : null,
  );
  documents.listen(connection);
  connection.listen();
  return new Promise<never>(() => undefined);
}

function wanted({ only }: CodeActionParams['context']): boolean {
  return only?.some((kind) => kind === '' || kind === CodeActionKind.QuickFix) ?? true;
}

/** @returns whether the client watches files for the server */
function onInitialize(
  connection: Connection,
  serverInfo: Readonly<Record<'name' | 'version', string>>,
  answers: LanguageAnswers,
): () => boolean {
  let watches = false;
  connection.onInitialize(
    ({ capabilities, workspaceFolders, rootUri, locale }: InitializeParams): InitializeResult => {
      watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
      if (locale !== undefined) answers.speak(locale);
      answers.openFolders(
        workspaceFolders?.map(({ uri }) => uri) ??
          (rootUri === null || rootUri === undefined ? [] : [rootUri]),
      );
      return {
        serverInfo,
        capabilities: {
          textDocumentSync: {
            openClose: true,
            change: TextDocumentSyncKind.Incremental,
            save: { includeText: false },
          },
          hoverProvider: true,
          completionProvider: { triggerCharacters: ['"', "'", '`', '/', ':', '-'] },
          codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
          executeCommandProvider: { commands: [OPEN_PAGE] },
        },
      };
    },
  );
  return () => watches;
}

/** Publishes the problems of a document once it has not changed for a moment. */
function publisher(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  answers: LanguageAnswers,
): (document: TextDocument) => void {
  const waiting = new Map<string, NodeJS.Timeout>();
  const publish = async ({ uri, version }: TextDocument): Promise<void> => {
    const document = documents.get(uri);
    if (document?.version !== version) return;
    const diagnostics = await answers.diagnostics(document);
    // An answer about a text that is gone by now says nothing; the change that replaced it asks again.
    if (documents.get(uri)?.version === version)
      await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  return (document) => {
    clearTimeout(waiting.get(document.uri));
    waiting.set(
      document.uri,
      setTimeout(() => {
        waiting.delete(document.uri);
        publish(document).catch((error: unknown) => connection.console.error(String(error)));
      }, TYPING_PAUSE_MS),
    );
  };
}
