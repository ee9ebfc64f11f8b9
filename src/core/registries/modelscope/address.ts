import { spanOf, type AddressPath, type NameInAddress } from '../address';
import { hubId } from '../names/hubId';

/**
 * `/models/owner/name`, `/api/v1/models/owner/name`, `/api-inference/v1/models/owner/name`, or `/owner/name` where a
 * repository is cloned, or Ollama gets the weights of one: `modelscope.cn/owner/name-GGUF:Q4_K_M`.
 */
export function readModelScopeAddress(path: AddressPath): NameInAddress | undefined {
  const models = path.parts.indexOf('models');
  const isOfApi = models === 2 && /^api(?:-inference)?$/.test(path.parts[0] ?? '');
  const first = models === 0 || isOfApi ? models + 1 : 0;
  if (path.parts.length < first + 2 || (first === 0 && !AT_ROOT.test(path.parts[1] ?? ''))) return undefined;
  const { start, end, text } = spanOf(path, first, 2);
  const id = text.replace(BEHIND_ID, '');
  return hubId(id) && { start, end: end - (text.length - id.length), id };
}

/** The names of repositories whose address is no page: what Git puts behind them, or what only Ollama is asked for. */
const AT_ROOT = /\.git$|-gguf(?:$|:)|:[\w.-]+$/i;
const BEHIND_ID = /\.git$|:[\w.-]+$/;
