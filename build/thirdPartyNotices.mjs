/**
 * Writes the notices of the libraries that the bundles contain: each one's name, version, license and, where its package has
 * one, the text that has to travel with copies.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE_OF_FILE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENSE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * @param metafiles what esbuild says of each bundle (`metafile: true`), with paths relative to the current folder
 * @returns the notices as plain text, sorted by name
 * @throws when a library states no license, since then it may not be passed on
 */
export function thirdPartyNotices(metafiles) {
  const sections = [...bundledPackages(metafiles)].sort().map(section);
  return `This package contains the libraries below. Each is under the license that stands with it.\n\n${sections.join('\n')}`;
}

/** The folders of the packages of which at least a byte is in a bundle. */
function bundledPackages(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const [, folder] = PACKAGE_OF_FILE.exec(path) ?? [];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  return folders;
}

function section(folder) {
  const { name, version, license, author, homepage, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const texts = readdirSync(folder)
    .filter((file) => LICENSE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (typeof license !== 'string' || license === '')
    throw new Error(`${name} is in a bundle and its package.json states no license.`);
  const head = [
    `${name} ${version}`,
    `License: ${license}`,
    ...[
      ['Author', nameOf(author)],
      ['Source', homepage ?? addressOf(repository)],
    ]
      .filter(([, value]) => value !== undefined)
      .map(([word, value]) => `${word}: ${value}`),
  ];
  return [`${'-'.repeat(70)}\n${head.join('\n')}\n`, ...texts.map((text) => `\n${text}\n`)].join('');
}

function nameOf(author) {
  return typeof author === 'object' ? author.name : author;
}

function addressOf(repository) {
  return typeof repository === 'object' ? repository.url : repository;
}
