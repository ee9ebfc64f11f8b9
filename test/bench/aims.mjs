/** What is wanted of the speed and size of the whole, row by row. */

/**
 * @typedef {object} Aim
 * @property {string} what it is measured of
 * @property {string} unit of the figure
 * @property {number} [most] the figure may not be larger
 * @property {number} [least] the figure may not be smaller
 */

/**
 * By the measurement that gives them, by their names in it; or one for each figure that it gives.
 *
 * @type {Readonly<Record<string, Readonly<Record<string, Aim>> | ((figure: string) => Aim)>>}
 */
export const AIMS = {
  start: {
    activation: { what: 'activation', unit: 'ms', most: 10 },
    activationRatio: { what: 'activation', unit: "× an empty extension's", most: 1.5 },
    version: { what: '--version', unit: '× node -e 0', most: 1.5 },
    lookup: { what: 'lookup ID', unit: '× node -e 0', most: 3 },
  },
  editor: {
    firstHover: { what: 'first hover with catalog load', unit: 'ms', most: 60 },
    firstCopy: { what: 'first hover, of a copy', unit: 'ms', most: 70 },
    keystroke100: { what: 'keystroke in 100 lines, p95', unit: 'ms of the host', most: 1 },
    keystroke1000: { what: 'keystroke in 1,000 lines, p95', unit: 'ms of the host', most: 2 },
    keystroke10000: { what: 'keystroke in 10,000 lines, p95', unit: 'ms of the host', most: 5 },
  },
  detect: (language) => ({
    what: `detection, ${language}`,
    unit: "of a plain pass's speed",
    least: 0.5,
  }),
  audit: {
    threads: { what: 'audit, all processors', unit: '× with one thread, by the clock', most: 0.6 },
    unchanged: { what: 'audit, nothing changed', unit: '× rg with all names, by the clock', most: 1.5 },
    earlier: { what: 'audit, processor time', unit: '× the other build', most: 0.5 },
    brokenPolicy: { what: 'broken policy is told', unit: 's by the clock', most: 0.5 },
  },
  large: {
    megabytes: { what: 'audit of 100,000 files', unit: 'MB of memory', most: 400 },
    growth: { what: 'time a file among 100,000', unit: '× among 10,000', most: 1.25 },
  },
  report: (format) => ({
    what: `report of 100,000 places, ${format}`,
    unit: 'MB of memory',
    most: 250,
  }),
  package: { vsix: { what: 'the extension, packed', unit: 'MB', most: 1.8 } },
};

/** Whether a figure is what is wanted. */
export function isMet({ most = Infinity, least = -Infinity }, figure) {
  return figure <= most && figure >= least;
}
