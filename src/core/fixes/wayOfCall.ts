/**
 * What a name tells of a way of call that others do not have: a session that stays open while sound goes to and fro, a
 * video that is made in a job. A program that asks for a text, a picture or a file of sound cannot ask such a model,
 * and the other way round.
 */
const WAYS: readonly RegExp[] = [
  /realtime|(?:^|[-_./])live(?:[-_.]|$)|native-audio/i,
  /(?:^|[-_./])(?:veo|sora)(?:[-_.\d]|$)/i,
];

/** Whether a call that is written for a model cannot be one of another, as their names tell. */
export function isCalledOtherwise(id: string, than: string): boolean {
  return WAYS.some((way) => way.test(id) !== way.test(than));
}
