import { canonicalTask, type ModelRecord, type Source, taskByName } from '../core';
import type { NamedSources } from './namedSources';

/**
 * The task of a record that states none, from lists whose models all have one: a leaderboard of language models has language models.
 * Nothing is told where lists disagree, where the name says another task, or where the model takes more than text.
 */
export function withListedTask(model: ModelRecord, sources: NamedSources): ModelRecord {
  if (model.task !== null || model.multimodal === true) return model;
  const lists = model.sources.flatMap((cited) => {
    const task = sources[cited.source]?.task;
    return task === undefined ? [] : [{ task, cited }];
  });
  const [first, ...others] = lists;
  if (first === undefined || others.some(({ task }) => task !== first.task)) return model;
  const named = taskByName(model.id);
  if (named !== undefined && canonicalTask(named) !== canonicalTask(first.task)) return model;
  const told: Source = { ...first.cited, facts: ['task'], confidence: 'low' };
  return { ...model, task: first.task, sources: [...model.sources, told] };
}
