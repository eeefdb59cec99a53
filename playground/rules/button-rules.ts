import type { Component } from '../world/model.ts';
import { type Problem, problem } from './problem.ts';

const linkStyle = 5;
const premiumStyle = 6;

/** Docs: Component Reference, Button. */
export function buttonProblems(button: Component): Problem[] {
  const has = (key: string) => button[key] !== undefined && button[key] !== null && button[key] !== '';
  const needs = (key: string): Problem[] =>
    has(key) ? [] : [problem([key], 'BASE_TYPE_REQUIRED', `A ${kindOf(button)} needs a ${key}`)];
  const takesNo = (...keys: string[]): Problem[] =>
    keys.filter(has).map((key) => problem([key], 'BUTTON_FIELD_NOT_ALLOWED', `A ${kindOf(button)} takes no ${key}`));
  if (button.style === premiumStyle) return [...needs('sku_id'), ...takesNo('custom_id', 'label', 'url', 'emoji')];
  const words = has('label') || has('emoji');
  const noWords = words
    ? []
    : [problem([], 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button must have a label or an emoji')];
  if (button.style === linkStyle)
    return [...needs('url'), ...schemeProblems(button), ...takesNo('custom_id', 'sku_id'), ...noWords];
  return [...needs('custom_id'), ...takesNo('url', 'sku_id'), ...noWords];
}

function schemeProblems({ url }: Component): Problem[] {
  if (!url || /^(https?|discord):\/\//.test(String(url))) return [];
  return [problem(['url'], 'URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('http', 'https', 'discord').")];
}

function kindOf({ style }: Component): string {
  if (style === premiumStyle) return 'premium button';
  return style === linkStyle ? 'link button' : 'button';
}
