import { once } from '../once';
import { calleeBefore, type Bracket, type Brackets } from './brackets';
import { IN_WORD } from '../text/charClass';
import { escapeRegExp } from '../text/escapeRegExp';
import { matchesOf } from '../text/matches';
import { textBefore, textBehind } from '../text/pieces';

/**
 * Whether what a text loads is trained there: the value that a loader gives reaches a trainer, or the command that
 * takes the name trains.
 */

/** Calls that give a model to train. A tokenizer or configuration of the same name trains nothing. */
const LOADS = /(?:^|\.)(?:from_pretrained|fromPretrained|GPTQModel\.load)$/;
const LOADS_ELSE = /Tokenizer|Processor|Config|Extractor|Scheduler/;
/**
 * Calls that make of a model one to train: trainers of Transformers and TRL, and PEFT (https://hf.co/docs/peft); and
 * one that quantizes it (https://github.com/vllm-project/llm-compressor).
 */
const TRAINER = /(?:Trainer|(?:^|\.)(?:get_peft_model|oneshot)|prepare_model_for_kbit_training)$/;
const TRAINER_CALL = /(Trainer|get_peft_model|\boneshot|prepare_model_for_kbit_training)\(/g;
/**
 * Methods of a model that was changed here: one that is pushed, and one that AutoAWQ or GPTQModel quantizes
 * (https://github.com/ModelCloud/GPTQModel).
 */
const CHANGED = String.raw`\.(?:push_to_hub|quantize)\s*\(`;
/** What a text has in which any of this can be. */
const MAY_TRAIN = new RegExp(
  String.raw`Trainer\s*\(|get_peft_model|prepare_model_for_kbit_training|\boneshot\s*\(|${CHANGED}`,
);
/** An own trainer can also evaluate: one that trains gets data for it, or is told to. */
const TRAINS = /\btrain_dataset\b|\.train\s*\(/;

const LONGEST_CALL = 2_000;
const MOST_CALLS = 50;
/** How far behind a name its trainer is looked for, in characters. */
const SCOPE = 12_000;

/** Whether code trains what it loads. What the text says as a whole is looked for once. */
export class TrainingCode {
  private readonly mayTrain = once(() => MAY_TRAIN.test(this.text));
  private readonly trains = once(() => TRAINS.test(this.text));

  constructor(
    private readonly text: string,
    private readonly brackets: Brackets,
  ) {}

  /** Whether the model whose name stands at an offset is trained. */
  isTrained(at: number): boolean {
    if (!this.mayTrain()) return false;
    const { text } = this;
    const [call, outer] = this.brackets.around(at).filter(({ mark }) => mark === '(');
    if (call === undefined) return false;
    const callee = calleeBefore(text, call);
    if (TRAINER.test(callee)) return isModelOf(text, call, at) && this.isChangedBy(callee);
    if (!LOADS.test(callee) || LOADS_ELSE.test(callee)) return false;
    if (outer !== undefined && TRAINER.test(calleeBefore(text, outer)))
      return isModelOf(text, outer, call.at) && this.isChangedBy(calleeBefore(text, outer));
    const name = assignedName(text, call);
    return name !== undefined && this.reachesTrainer({ name, from: call.close, at });
  }

  /** An adapter or a quantizer changes what it gets; a trainer may only evaluate it. */
  private isChangedBy(callee: string): boolean {
    return isAdapter(callee) || this.trains();
  }

  private reachesTrainer({ name, from, at }: Value): boolean {
    const { text } = this;
    const rest = text.slice(from, endOfScope(text, { name, from, at }));
    const word = escapeRegExp(name);
    // What is pushed was changed here, or is passed on under another name.
    if (new RegExp(String.raw`(?<![${IN_WORD}.])${word}${CHANGED}`).test(rest)) return true;
    const named = new RegExp(String.raw`(?<![${IN_WORD}.])${word}(?=\s*(?:,|\)|$))`, 'g');
    let count = 0;
    for (const { index, 0: whole, 1: callee = '' } of matchesOf(rest, TRAINER_CALL)) {
      if (count++ === MOST_CALLS) break;
      const open = from + index + whole.length - 1;
      const close = this.brackets.around(open + 1).find((bracket) => bracket.at === open)?.close ?? open;
      const args = text.slice(open + 1, Math.min(close + 1, open + LONGEST_CALL));
      const isGiven = [...matchesOf(args, named)].some((found) =>
        isModelArgument(args.slice(0, found.index)),
      );
      if (isGiven && (isAdapter(callee) || TRAINS.test(args) || this.trains())) return true;
    }
    return false;
  }
}

function isAdapter(callee: string): boolean {
  return !callee.endsWith('Trainer');
}

/** Whether what stands at an offset is the model of a trainer: the first argument, or the one of that keyword. */
function isModelOf(text: string, { at: open }: Bracket, at: number): boolean {
  return isModelArgument(text.slice(open + 1, at));
}

/** Whether arguments up to a value make it the model. */
function isModelArgument(before: string): boolean {
  const last = before.slice(before.lastIndexOf(',') + 1);
  const sign = last.indexOf('=');
  return sign < 0 ? !before.includes(',') : last.slice(0, sign).trim() === 'model';
}

/** `model` of `model = X(…)` and of `model, tokenizer = X(…)`. */
function assignedName(text: string, call: Bracket): string | undefined {
  const start = call.at - calleeBefore(text, call).length;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return ASSIGNED.exec(line)?.[1];
}

const ASSIGNED = new RegExp(
  String.raw`^[\s"]*([${IN_WORD}.]+)(?:\s*,\s*[${IN_WORD}.]+)*\s*(?::[^=\n]{1,80})?=\s*$`,
);

interface Value {
  readonly name: string;
  /** Where it begins to have its value. */
  readonly from: number;
  /** The place of the model's name. */
  readonly at: number;
}

/** Up to where a name has a value: the end of its function, or another value that is not made of this one. */
function endOfScope(text: string, { name, from, at }: Value): number {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const rest = textBehind(text, from, SCOPE);
  const isField = name.includes('.');
  const next = isField || indent === 0 ? -1 : rest.search(functionWithin(indent));
  const again = new RegExp(String.raw`\n[ \t]*${escapeRegExp(name)}\s*=(?!=)([^\n]*)`, 'g');
  let end = next < 0 ? rest.length : next;
  for (const { index, 1: value = '' } of matchesOf(rest, again)) {
    if (index >= end) break;
    const isOther = !new RegExp(String.raw`(?<![${IN_WORD}.])${escapeRegExp(name)}(?![${IN_WORD}])`).test(
      value,
    );
    const isBranch = /\n[ \t]*(?:else|elif|except)\b/.test(rest.slice(0, index));
    if (isOther && !isBranch) {
      end = index;
      break;
    }
  }
  return from + end;
}

/** The next function or class that is not within one whose body has this indent. */
function functionWithin(indent: number): RegExp {
  return new RegExp(String.raw`\n[ \t]{0,${indent - 1}}(?:async\s+def|def|class)\s`);
}

/**
 * Commands that train or quantize what they are given, by their documentation: scripts of Transformers with
 * `--do_train`, `mlx_lm.lora --train`, LLaMA-Factory, axolotl, TRL, AutoTrain, torchtune, ms-swift; `mlx_lm.convert
 * -q`, CTranslate2, Optimum, AutoRound, llama.cpp.
 */
const TRAINING_COMMAND: readonly RegExp[] = [
  /\s--do[_-]train(?![\s=]+false)\b/i,
  /\bmlx_lm(?:\.|\s+)lora\b.*\s--train\b/s,
  /\bllamafactory-cli\s+train\b/,
  /\baxolotl(?:\.cli\.|\s+)train\b/,
  /\btrl\s+(?:sft|dpo|kto|orpo|grpo|reward|rloo)\b/,
  /\bautotrain\s.*\s--train\b/s,
  /\btune\s+run\s.*\b\w*finetune\w*/s,
  /\bswift\s+(?:pt|sft|rlhf)\b/,
  /\bmlx_lm(?:\.|\s+)convert\b.*\s(?:-q|--quantize)\b/s,
  /\bct2-\w+-converter\b.*\s--quantization\b/s,
  /\boptimum-cli\s+export\b.*\s--(?:weight-format\s+(?:int|nf|mx)|quantize)/s,
  /\bauto-round(?:-\w+)?\s/,
  /\bconvert[-_]hf[-_]to[-_]gguf\.py\s/,
];
/** Words of the names of scripts that train. */
const TRAINING_WORDS: ReadonlySet<string> = new Set(
  'train training finetune finetuning tune tuning sft dpo grpo orpo ppo kto rlhf'.split(' '),
);
/** What the module that is run stands behind: of Python, `torchrun`, `deepspeed` and `accelerate launch`. */
const MODULE = /^(?:-m|--module)$/;
const LONGEST_COMMAND = 3_000;

/** Whether the command that a name stands in trains what it is given. */
export function isTrainedByCommand(text: string, at: number): boolean {
  const command = commandAround(text, at);
  if (isJudge(textBefore(text, at, LONGEST_SETTING))) return false;
  return TRAINING_COMMAND.some((form) => form.test(command)) || runsTrainingScript(command);
}

const LONGEST_SETTING = 120;

/**
 * `--reward_model NAME`, `reward_model.model.path=NAME`: a setting for the model that only scores what the one in
 * training answers.
 */
function isJudge(before: string): boolean {
  const [setting = ''] = before
    .trimEnd()
    .replace(/["']$/, '')
    .split(/[\s\\]+/)
    .filter((word) => word !== '')
    .slice(-1);
  return setting.split(/[^A-Za-z]/).includes('reward');
}

/**
 * `finetune_lora.py`, `scripts/train.py`, `-m verl.trainer.main_ppo`: the script or the module that is run comes
 * before its options, and a module that only launches before its script.
 */
function runsTrainingScript(command: string): boolean {
  const words = command.split(/\s+/);
  const module = words.find((_, index) => MODULE.test(words[index - 1] ?? ''));
  const script = words.find((word) => word.endsWith('.py'));
  return (
    isTraining(module?.split('.').at(-1)) || isTraining(script?.slice(0, -'.py'.length).split('/').at(-1))
  );
}

function isTraining(name = ''): boolean {
  return name
    .toLowerCase()
    .split(/[_-]/)
    .some((word) => TRAINING_WORDS.has(word));
}

/** The line of a shell, with those that it goes on in, cut at what separates commands. */
function commandAround(text: string, at: number): string {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  while (start > 0 && at - start < LONGEST_COMMAND && /\\\r?\n$/.test(textBefore(text, start, 3)))
    start = text.lastIndexOf('\n', start - 2) + 1;
  let end = text.indexOf('\n', at);
  while (end >= 0 && end - at < LONGEST_COMMAND && /\\\r?$/.test(text.slice(at, end)))
    end = text.indexOf('\n', end + 1);
  const whole = text.slice(start, end < 0 ? text.length : end);
  const before = whole.slice(0, at - start);
  const from = Math.max(...['&&', '||', ';', '|'].map((mark) => before.lastIndexOf(mark)));
  const behind = /&&|\|\|?|;/.exec(whole.slice(at - start))?.index;
  return whole.slice(from + 1, behind === undefined ? whole.length : at - start + behind);
}
