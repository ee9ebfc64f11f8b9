import { keyWords } from '../signatures/keys';
import { isPresetOfWorkspace } from '../signatures/presets';
import { nearestKey } from '../site';
import { lineBefore } from '../surroundings';
import { isFile } from './client/asked';
import { is, needing, servedBy, type Place } from './place';

/**
 * Variables from which images of servers read the model that they run, from the documentation of each:
 * https://huggingface.co/docs/sagemaker/inference (`HF_MODEL_ID`),
 * https://docs.djl.ai/docs/serving (`OPTION_MODEL_ID`),
 * https://docs.nvidia.com/nim/large-language-models/latest/configuration.html (`NIM_MODEL_NAME`),
 * https://docs.nvidia.com/nim/vision-language-models/1.3.1/fine-tune-model.html (`NIM_CUSTOM_MODEL_NAME`),
 * https://github.com/ggml-org/llama.cpp/tree/master/tools/server (`LLAMA_ARG_…`),
 * https://michaelfeil.eu/infinity (`INFINITY_MODEL_ID`)
 */
const VARIABLES =
  /^(?:HF_MODEL_ID|OPTION_MODEL_ID|NIM_(?:CUSTOM_)?MODEL_NAME|LLAMA_ARG_(?:HF_REPO|MODEL)|INFINITY_MODEL_ID)$/;
/** Vertex AI's arguments for the environment of a container that serves. */
const OF_SERVING_CONTAINER = /^serving_?container_?env\w*$/i;
/** How code gives a variable its value in an environment, up to the quote: `"HF_MODEL_ID": "`, `Map.of("…", "`. */
const ENTRY = /([A-Z_]{4,40})["']?\s{0,8}(?::|=>|->|,|\bto\b)\s{0,8}(?:[\w.]{1,40}\()?["'\x60]$/;
/** The same of settings and commands: `-e NIM_MODEL_NAME=`. */
const OF_COMMAND = /(?:^|\s)(?:-e|--env)[\s=]["']?\w{1,40}=["']?$/;
/** A file of settings that the program beside it reads. */
const OF_ANY_PROGRAM = /(?:^|[/.])env\b/;

/**
 * What the environment of a server's container says that it runs: `env={"HF_MODEL_ID": "…"}` of an endpoint of
 * SageMaker, `-e NIM_MODEL_NAME=…`. The project runs that server, on whosever machines.
 */
export const byServerVariable = needing({ words: ['model', 'llama_arg'] }, (place) => {
  const variable = isFile(place.match) ? undefined : (variableOf(place) ?? keyInServingContainer(place));
  return variable === undefined ? undefined : servedBy(variable);
});

const OF_KAITO = { words: ['kaito.sh/'], key: is(/^name$/) };

/** The model of a workspace, which runs in the cluster. */
export const byPresetOfCluster = needing(OF_KAITO, ({ site }) =>
  isPresetOfWorkspace(site) ? servedBy('KAITO') : undefined,
);

/** The variable of a server; where a constant of its name is defined, or any program may read it, it is none. */
function variableOf({ site, text, start, knowledge: { path } }: Place): string | undefined {
  const before = lineBefore(text, start);
  const name = site.where === 'code' ? (ENTRY.exec(before)?.[1] ?? '') : nearestKey(site);
  if (!VARIABLES.test(name)) return undefined;
  const isOpen =
    site.where === 'config' ? OF_ANY_PROGRAM.test(path) : site.where !== 'code' && !OF_COMMAND.test(before);
  return isOpen ? undefined : name;
}

function keyInServingContainer({ site: { key, parents } }: Place): string | undefined {
  const isIn = keyWords(key).includes('model') && parents.some((name) => OF_SERVING_CONTAINER.test(name));
  return isIn ? key : undefined;
}
