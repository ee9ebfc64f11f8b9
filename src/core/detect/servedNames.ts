import { languageOf } from '../documents/fileTypes';
import { message } from '../message';
import type { Detection } from '../reference';
import { isUse, SELF } from '../vocabulary';

/**
 * The name behind a flag, in a command line or in a list of its words, also over lines:
 * `--served-model-name", "house`.
 */
const FLAG = /--served[-_]model[-_]name(?:[\s"',=\\]|- ){1,20}([A-Za-z0-9][\w./:@-]{0,199})/g;
/**
 * vLLM's settings file, and its arguments as keys (https://docs.vllm.ai/en/stable/serving/openai_compatible_server/).
 */
const SETTING =
  /^[ \t]*["']?served[-_]model[-_]name["']?[ \t]*[:=][ \t]*(?:\[[ \t]*)?["']?([A-Za-z0-9][\w./:@-]{0,199})/gm;
/**
 * A name of LiteLLM's proxy (https://docs.litellm.ai/docs/proxy/configs): what is asked for it stands beside it,
 * under `litellm_params`.
 */
const GATEWAY_NAME =
  /^[ \t]*(?:-[ \t]+)?["']?model_name["']?[ \t]*:[ \t]*["']?([A-Za-z0-9][\w./:@-]{0,199})/gm;
const GATEWAY = 'litellm_params';

/** Files that start servers or set them up. */
const STARTERS = new Set([
  'yaml',
  'json',
  'jsonc',
  'toml',
  'dockerfile',
  'shellscript',
  'makefile',
  'dotenv',
]);

/** Whether a file may start a server that gives its model a name. */
export function mayServe(path: string): boolean {
  return STARTERS.has(languageOf(path));
}

/**
 * The names that servers and gateways of the project give to what they offer, as its settings and commands state
 * them.
 */
export function servedNames(text: string, path: string): readonly string[] {
  if (!mayServe(path)) return [];
  const patterns = [
    ...(/served[-_]model[-_]name/.test(text) ? [FLAG, SETTING] : []),
    ...(text.includes(GATEWAY) ? [GATEWAY_NAME] : []),
  ];
  return [
    ...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name))),
  ];
}

const GIVEN = message('a server of this project offers a model under this name');

/**
 * A detection in which names that only the project's own servers know are no uses: which model it is, the setting of
 * the server says, which is the use. A name that the catalog knows stays what it is, for it may be asked elsewhere
 * too.
 */
export function withoutServedNames(found: Detection, served: ReadonlySet<string> | undefined): Detection {
  if (served === undefined || served.size === 0) return found;
  const isOwn = ({ model, id, text, role }: Detection['references'][number]): boolean =>
    model === null && isUse(role) && (served.has(id) || served.has(text));
  if (!found.references.some(isOwn)) return found;
  return {
    ...found,
    references: found.references.map((reference) =>
      isOwn(reference)
        ? { ...reference, role: 'mentions' as const, host: SELF, why: [GIVEN, ...reference.why.slice(1)] }
        : reference,
    ),
  };
}
