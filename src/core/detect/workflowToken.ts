/** The name under which each run of a workflow of GitHub gets a token; no secret of people's own may be called so. */
const TOKEN = 'GITHUB_TOKEN';
/** A mapping of what that token may do, for all jobs of a workflow. */
const PERMISSIONS = /^permissions:[ \t]*(?:\{|(?:#[^\n]*)?\r?\n[ \t]+[\w"'#-])/m;
const JOBS = /^jobs:/m;
/** A mapping or word that lets the token ask models, for all jobs or one. */
const MAY_ASK = /\bmodels["']?[ \t]{0,8}:[ \t]{0,8}["']?(?:read|write)\b|\b(?:read|write)-all\b/;
/** The variable with another value than that token: one that people made may do what they like. */
const OTHER_VALUE = new RegExp(
  String.raw`\b${TOKEN}["']?[ \t]{0,8}[:=](?![ \t]{0,8}["']?\$\{\{[ \t]{0,8}(?:secrets\.${TOKEN}|github\.token)` +
    String.raw`[ \t]{0,8}\}\})`,
);

/**
 * Whether a text is a workflow whose token cannot ask GitHub Models: what a workflow does not name where it says what
 * its token may do, that may not be done. See
 * https://docs.github.com/en/actions/using-jobs/assigning-permissions-to-jobs
 */
export function isTokenWithoutModels(text: string): boolean {
  return (
    text.includes(TOKEN) &&
    JOBS.test(text) &&
    PERMISSIONS.test(text) &&
    !MAY_ASK.test(text) &&
    !OTHER_VALUE.test(text)
  );
}
