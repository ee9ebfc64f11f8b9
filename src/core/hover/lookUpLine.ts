import { render } from '../message';
import type { Card } from './card';
import { plain } from './markdown';

export function lookUpLine({ lookUp, translate }: Card): string | undefined {
  return lookUp && `${lookUp.running ? '$(sync~spin)' : '$(cloud)'} ${plain(render(lookUp.text, translate))}`;
}
