import { IN_WORD, WORD_START } from '../text/charClass';
import { escapeRegExp } from '../text/escapeRegExp';
import { gramsOf } from '../text/grams';
import { textBefore, textFrom } from '../text/pieces';
import { byStart, type TextRange } from '../text/range';
import { matchesOf } from '../text/matches';
import { isFilled } from './filledText';
import { lineBefore } from './surroundings';
import { type Brackets, calleeBefore } from './brackets';
import { makesModel } from './signatures/providers';
import { ALONE, type DynamicArgument } from './site';

/** How far behind the bracket of a request its model is looked for, in characters. */
const LONGEST_REQUEST = 1_500;
/** Longest expression that is read. */
const LONGEST_EXPRESSION = 160;
/** Requests of one text that are read. */
const MOST_REQUESTS = 200;

/**
 * Requests of the clients of services, which name a model by a property: those of OpenAI, Anthropic, Google and Mistral
 * and of all who took over their interfaces, of the gateway LiteLLM, and the commands of Bedrock
 * (https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/bedrock-runtime/).
 */
const REQUEST = new RegExp(
  String.raw`\b(?:(?:completions|responses|messages|embeddings|images|transcriptions|translations|speech)\.` +
    String.raw`(?:create|parse|stream|generate)|models\.(?:generate_content|generateContent|embed_content|` +
    String.raw`embedContent)(?:_stream|Stream)?|chat\.(?:complete|stream)(?:_async)?|` +
    String.raw`litellm\.a?(?:completion|embedding)|` +
    String.raw`(?:Converse(?:Stream)?|InvokeModel(?:WithResponseStream)?)Command)\(`,
  'g',
);
/** What a text must have for such a request. */
const OF_REQUEST = [
  ...[
    'completions',
    'responses',
    'messages',
    'embeddings',
    'images',
    'transcriptions',
    'translations',
    'speech',
  ].flatMap((of) => ['create', 'parse', 'stream', 'generate'].map((does) => `${of}.${does}`)),
  ...[
    'models.generate',
    'models.embed',
    'chat.complete',
    'chat.stream',
    'litellm.',
    'ConverseCommand(',
    'StreamCommand(',
    'InvokeModel',
  ],
];
/** `model=`, `model:`, `modelId:`, and the short form of a property in braces. */
const MODEL = /(?<![\w$.])model(?:Id)?(?:\s{0,4}(?:=(?!=)|:)\s{0,4}|(?=\s{0,4}[,}]))/;
const COMMENT = /^\s*(?:#|\/\/|\*|--)/;

/** Whether a call is such a request. */
export function isRequest(callee: string): boolean {
  const [asked] = matchesOf(`${callee}(`, REQUEST);
  return asked !== undefined;
}

/**
 * The models of requests to services as far as they are no plain texts, in order: they are named elsewhere in the
 * text, or when the program runs.
 * @param factories names of the text that make models, with the packages of the AI SDK that they are from
 */
export function requestedModels(
  text: string,
  brackets: Brackets,
  factories: ReadonlyMap<string, string> = new Map(),
): readonly DynamicArgument[] {
  const found: DynamicArgument[] = [];
  const requests = gramsOf(text).mayHaveAny(OF_REQUEST) ? matchesOf(text, REQUEST) : [];
  for (const { 0: written, index } of requests) {
    if (found.length >= MOST_REQUESTS) break;
    const open = index + written.length;
    const [bracket] = brackets.open(open);
    if (bracket?.at !== open - 1 || COMMENT.test(lineBefore(text, index))) continue;
    const range = modelIn(text, open, Math.min(bracket.close, open + LONGEST_REQUEST));
    if (range === undefined || isPlainText(text.slice(range.start, range.end))) continue;
    const call = { callee: calleeBefore(text, bracket), argument: 0 };
    found.push({
      range,
      site: { lexical: 'string', where: 'code', ...ALONE, key: 'model', call },
    });
  }
  return [...found, ...madeModels(text, brackets, factories), ...typedRequests(text, brackets)].sort(byStart);
}

function isPlainText(expression: string): boolean {
  return /^["'`]/.test(expression) && !isFilled(expression);
}

/**
 * Methods of the clients of Azure's and OpenAI's libraries that get the model first:
 * https://learn.microsoft.com/dotnet/api/azure.ai.openai.azureopenaiclient,
 * https://learn.microsoft.com/java/api/com.azure.ai.openai.openaiclient
 */
const GETS_FIRST = new RegExp(
  String.raw`\.(?:Get(?:Chat|Embedding|Image|Audio|Responses)Client|get(?:ChatCompletions(?:Stream)?|Embeddings))` +
    String.raw`\(\s{0,40}(?=[A-Za-z_])`,
  'g',
);
/** What a text must have for such a method. */
const OF_METHOD = [
  ...['GetChatClient(', 'GetEmbeddingClient(', 'GetImageClient(', 'GetAudioClient(', 'GetResponsesClient('],
  ...['getChatCompletions', 'getEmbeddings('],
];
/** The types of requests in Go, of OpenAI's, Azure's and AWS's libraries, which have the model in a field. */
const GO_REQUEST = new RegExp(
  String.raw`\b((?:az)?openai\.(?:ChatCompletion(?:New)?(?:Request|Params)|ChatCompletions(?:Stream)?Options|` +
    String.raw`Embedding(?:NewParams|Request)|EmbeddingsOptions)|` +
    String.raw`bedrockruntime\.(?:Converse|InvokeModel)(?:\w{0,20})Input)\{`,
  'g',
);
/** What a text must have for such a type. */
const OF_TYPE = [
  'openai.ChatCompletion',
  'openai.Embedding',
  'bedrockruntime.Converse',
  'bedrockruntime.InvokeModel',
];
/**
 * What the builder of a request to Bedrock is told in Java and Rust: `converse(r -> r.modelId(ID))`,
 * `ConverseRequest.builder().modelId(ID)`, `converse().model_id(ID)`
 * (https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/lambda-service-clients.html).
 */
const BUILT = new RegExp(String.raw`\.model_?[iI]d\(\s{0,40}(?=[${IN_WORD}])`, 'g');
/** What a text must have for it, and what stands before it. */
const OF_BUILDER = ['.modelId(', '.model_id('];
const BUILDER = new RegExp(
  String.raw`\b(?:((?:converse|invoke_?[mM]odel)\w{0,30})\((?:\)|\s{0,40}\(?\w{1,40}\)?\s{0,4}->)|` +
    String.raw`((?:Converse|InvokeModel)\w{0,30}Request)\s{0,40}\.\s{0,40}builder\(\))[^;]{0,400}$`,
);
const BUILDER_REACH = 500;
const GO_MODEL = /(?<![\w.])(?:Model|ModelId|DeploymentName):\s{0,20}/;

const NAME_START = new RegExp(WORD_START);

/** Whether a call or type is one of those above: neither tells whose client gets the model. */
export function isOfTypes(callee: string): boolean {
  return /\.(?:Get\w+Client|get(?:ChatCompletions|Embeddings)\w{0,10})$|^(?:az)?openai\.[A-Z]/.test(callee);
}

/** What the clients of languages with types get for a model that is no plain text. */
function typedRequests(text: string, brackets: Brackets): readonly DynamicArgument[] {
  const grams = gramsOf(text);
  const methods = grams.mayHaveAny(OF_METHOD) ? [...matchesOf(text, GETS_FIRST)] : [];
  const types = grams.mayHaveAny(OF_TYPE) ? [...matchesOf(text, GO_REQUEST)] : [];
  const given = methods.map(({ 0: written, index }) => ({
    callee: calleeBefore(text, { at: index + written.indexOf('(') }),
    at: index,
    start: index + written.length,
  }));
  const fields = types.flatMap(({ 0: written, 1: callee = '', index }) => {
    const open = index + written.length;
    const [bracket] = brackets.open(open);
    const inside = textFrom(text, open, bracket?.close ?? open, LONGEST_REQUEST);
    const field = GO_MODEL.exec(inside);
    return field === null ? [] : [{ callee, at: index, start: open + field.index + field[0].length }];
  });
  const built = grams.mayHaveAny(OF_BUILDER) ? [...matchesOf(text, BUILT)] : [];
  const told = built.flatMap(({ 0: written, index }) => {
    const [, method, type] = BUILDER.exec(textBefore(text, index, BUILDER_REACH)) ?? [];
    const callee = method ?? type;
    return callee === undefined ? [] : [{ callee, at: index, start: index + written.length }];
  });
  return [...given, ...fields, ...told].slice(0, MOST_REQUESTS).flatMap(({ callee, at, start }) => {
    const end = endOfExpression(text, start, start + LONGEST_EXPRESSION);
    // Wrappers of such methods get only what is asked.
    const isModel = !/\.get\w+$/.test(callee) || text.charAt(end) === ',';
    const isName = NAME_START.test(text.charAt(start));
    if (!isModel || !isName || COMMENT.test(lineBefore(text, at))) return [];
    const call = { callee, argument: 0 };
    return [
      {
        range: { start, end },
        site: { lexical: 'string', where: 'code', ...ALONE, key: 'model', call } as const,
      },
    ];
  });
}

/** `openrouter(name)`, `azure.chat(NAMES[k])`: what the factories of models get that is no plain text. */
function madeModels(
  text: string,
  brackets: Brackets,
  factories: ReadonlyMap<string, string>,
): readonly DynamicArgument[] {
  if (factories.size === 0) return [];
  const names = [...factories.keys()].map(escapeRegExp).join('|');
  const form = new RegExp(
    String.raw`(?<![\w$.])(?:this\.)?(${names})(?:\.\w{1,40})?\(\s{0,40}(?=[A-Za-z_$])`,
    'g',
  );
  const found: DynamicArgument[] = [];
  for (const { 0: written, 1: name = '', index } of text.matchAll(form)) {
    if (found.length >= MOST_REQUESTS) break;
    const start = index + written.length;
    const [bracket] = brackets.open(start);
    const module = factories.get(name);
    const callee = written.slice(0, written.indexOf('('));
    if (bracket === undefined || !makesModel(callee, module) || COMMENT.test(lineBefore(text, index)))
      continue;
    const end = endOfExpression(text, start, bracket.close);
    const call = { callee, argument: 0, ...(module !== undefined && { module }) };
    found.push({
      range: { start, end },
      site: { lexical: 'string', where: 'code', ...ALONE, call },
    });
  }
  return found;
}

/** The expression that stands for the model between the brackets of a request. */
function modelIn(text: string, from: number, to: number): TextRange | undefined {
  const found = MODEL.exec(text.slice(from, to));
  if (found === null) return undefined;
  const isShort = /^\w+$/.test(found[0]);
  const start = from + found.index + (isShort ? 0 : found[0].length);
  const end = isShort ? start + found[0].length : endOfExpression(text, start, to);
  return end > start ? { start, end } : undefined;
}

/** Where an expression ends: before a comma, an end of a line or a closing mark that is not its own. */
function endOfExpression(text: string, start: number, to: number): number {
  let depth = 0;
  let at = start;
  for (; at < to && at < start + LONGEST_EXPRESSION; at++) {
    const char = text.charAt(at);
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char) && --depth < 0) break;
    else if (depth === 0 && (char === ',' || char === '\n')) break;
  }
  return start + text.slice(start, at).trimEnd().length;
}
