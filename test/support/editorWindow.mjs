import { ensureChromium } from './chromium.mjs';

/** Chromium draws in software here, and asks nothing of the network on its own account. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Loaded when it is needed, since this file is also reached before the packages are installed. */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: await ensureChromium(), args: QUIET });
}

/**
 * The address at which a server opens a folder with an extension under development.
 *
 * @param {import('./editorServer.mjs').EditorServer} server started with `automation`
 * @param {{ folder: string, extension: string, tests?: string }} what absolute paths: the workspace, the extension, and
 *   the script whose `run()` is called in its extension host
 */
export function windowAddress(server, { folder, extension, tests }) {
  const remote = (path) => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `${server.origin}/?${query}`;
}

/**
 * Opens a window that runs a suite, and waits for its end.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address of {@link windowAddress}, with `tests`
 * @param {{ onLog: (text: string) => void, seconds: number }} options
 * @returns {Promise<number>} 0 when the suite passed; rejects when it did not end in time
 */
export async function runSuiteInWindow(browser, address, { onLog, seconds }) {
  // Small: a suite looks at no pixel, and each is drawn in software.
  const page = await browser.newPage({ viewport: { width: 640, height: 480 } });
  let timer;
  try {
    const exit = new Promise((resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`The suite did not end within ${seconds} s.`)),
        seconds * 1000,
      );
      page.on('crash', () => reject(new Error('The window of the editor crashed.')));
      void page.exposeFunction('codeAutomationLog', (_type, args) => onLog(args.map(String).join(' ')));
      void page
        .exposeFunction('codeAutomationExit', (code) => resolve(code))
        .then(() => page.goto(address))
        .catch(reject);
    });
    return await exit;
  } finally {
    clearTimeout(timer);
    await page.close();
  }
}
