/** Repositories whose configuration runs commands, and such that are broken. */
import { appendFileSync, chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CANARY, git, gitRepository, write } from '../repository.mjs';

const SINCE = ['audit', '--since', 'HEAD~1', '--format', 'json'];
const command = (folder) => `touch ${join(folder, CANARY)}`;

/** What stands in `.git/config`, by what it makes git do. */
const CONFIGURED = {
  'a monitor of files': (run) => `[core]\n fsmonitor = ${run}\n`,
  'a command for ssh': (run) =>
    `[core]\n sshCommand = ${run}\n[remote "origin"]\n url = ssh://nobody@127.0.0.1/x\n promisor = true\n partialclonefilter = blob:none\n`,
  'a pack to fetch with': (run) =>
    `[remote "origin"]\n url = /no/such/repository\n uploadpack = ${run}; git-upload-pack\n promisor = true\n partialclonefilter = blob:none\n`,
  'a remote that is a command': (run) =>
    `[remote "origin"]\n url = ext::sh -c "${run}"\n promisor = true\n partialclonefilter = blob:none\n[protocol "ext"]\n allow = always\n`,
  'a proxy': (run) => `[core]\n gitProxy = ${run}\n`,
  'a difference of its own': (run) => `[diff]\n external = ${run}\n`,
  'a text conversion': (run) => `[diff "x"]\n textconv = ${run}\n`,
  'a filter': (run) =>
    `[filter "x"]\n clean = ${run}\n smudge = ${run}\n process = ${run}\n required = true\n`,
  'a pager': (run) => `[core]\n pager = ${run}\n[pager]\n diff = ${run}\n log = ${run}\n`,
  'an editor': (run) => `[core]\n editor = ${run}\n`,
  'a helper for passwords': (run) => `[credential]\n helper = "!${run}"\n`,
  'a program to ask with': (run) => `[core]\n askPass = ${run}\n`,
  aliases: (run) =>
    `[alias]\n diff = !${run}\n ls-tree = !${run}\n rev-parse = !${run}\n merge-base = !${run}\n`,
  signatures: (run) => `[gpg]\n program = ${run}\n[log]\n showSignature = true\n`,
  'references of others': (run) => `[core]\n alternateRefsCommand = ${run}\n`,
  'a file that is included': (run) => `[include]\n path = evil.config\n[core]\n editor = ${run}\n`,
};

const BROKEN = {
  'a .git that is a text': (folder) => {
    rmSync(join(folder, '.git'), { recursive: true });
    writeFileSync(join(folder, '.git'), 'gitdir: /no/such/place\n');
  },
  'a HEAD that is none': (folder) => writeFileSync(join(folder, '.git/HEAD'), 'garbage\n'),
  'an empty HEAD': (folder) => writeFileSync(join(folder, '.git/HEAD'), ''),
  'an index that is none': (folder) => writeFileSync(join(folder, '.git/index'), 'garbage'),
  'a config that is none': (folder) => writeFileSync(join(folder, '.git/config'), '[[[\n'),
  'no objects': (folder) => rmSync(join(folder, '.git/objects'), { recursive: true }),
  'objects of others that are none': (folder) =>
    write(folder, '.git/objects/info/alternates', '/no/such/place\n'),
  'a shallow clone': (folder) =>
    writeFileSync(join(folder, '.git/shallow'), git(folder, 'rev-parse', 'HEAD')),
};

/** @type {import('../repository.mjs').Shape[]} */
export const GIT = [
  ...Object.entries(CONFIGURED).map(([name, config]) => ({
    class: 'git: commands that a repository configures',
    name,
    kind: 'input',
    build(folder) {
      gitRepository(folder);
      writeFileSync(join(folder, '.gitattributes'), '* filter=x diff=x\n');
      appendFileSync(join(folder, '.git/config'), config(command(folder)));
      writeFileSync(join(folder, '.git/evil.config'), `[core]\n fsmonitor = ${command(folder)}\n`);
    },
    args: SINCE,
    allowed: [1, 2, 3],
  })),
  ...['pre-commit', 'post-checkout', 'post-index-change', 'reference-transaction', 'fsmonitor-watchman'].map(
    (hook) => ({
      class: 'git: commands that a repository configures',
      name: `the hook ${hook}`,
      kind: 'input',
      build(folder) {
        gitRepository(folder);
        write(folder, `.git/hooks/${hook}`, `#!/bin/sh\n${command(folder)}\n`);
        chmodSync(join(folder, `.git/hooks/${hook}`), 0o755);
      },
      args: SINCE,
      allowed: [1, 2, 3],
    }),
  ),
  ...Object.entries(BROKEN).map(([name, breaks]) => ({
    class: 'git: broken repositories',
    name,
    kind: 'files',
    build(folder) {
      gitRepository(folder);
      breaks(folder);
    },
    args: SINCE,
    allowed: [1, 2, 3],
  })),
];
