import { perObject } from '../../once';
import { SELF } from '../../vocabulary';
import type { HostEvidence } from '../beside';
import type { Knowledge } from '../knowledge';
import { calledAt } from './client';
import { needing } from './place';
import { matchesOf } from '../../text/matches';

/**
 * The address that a client of Ollama is made with, without a name for it: as the READMEs of ollama-rs, OllamaSharp
 * and Ollama for Elixir make theirs, and as Ollama's own package for Go takes one
 * (https://pkg.go.dev/github.com/ollama/ollama/api#NewClient).
 */
const MADE = new RegExp(
  String.raw`\b(?:Ollama\w{0,40}(?:(?:::|\.)\w{0,20}(?:new|init)\w{0,20})?\(|url\.(?:Must)?Parse\()\s{0,20}` +
    String.raw`(?:new\s+Uri\(\s{0,20})?["'](https?:\/\/[^"'\s]{3,200})`,
  'g',
);

/**
 * A name of Ollama, in a text whose clients of Ollama are made for one server that is not the project's own: that
 * server runs the model.
 */
export const byOllamaClient = needing({ where: ['code'], words: ['ollama'] }, ({ registry, knowledge }) => {
  const address = registry === 'ollama' ? farServer(knowledge) : undefined;
  return address && calledAt(address);
});

const farServer = perObject(({ text, hosts }: Knowledge): HostEvidence | undefined => {
  const made = [...matchesOf(text, MADE)].flatMap(({ 0: all, 1: said = '', index }): HostEvidence[] => {
    const host = hosts.at(said);
    return host === undefined ? [] : [{ host, said, kind: 'address', at: index, end: index + all.length }];
  });
  const [first] = made;
  return first?.host !== SELF && made.every(({ host }) => host === first?.host) ? first : undefined;
});
