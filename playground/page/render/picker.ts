import { setAttribute } from './element.ts';
import { isBusy } from './follow.ts';
import { lineStartingWith, movedTo, type PickerAction, pickerAction } from './picker-keys.ts';
import { type PickerOptions, type PickerParts, pickerParts } from './picker-parts.ts';
import { placePopup } from './popup-place.ts';
import { sameValues, withToggled } from './selection.ts';
import { words } from './words.ts';

/** Letters typed within this many milliseconds of each other are one search. */
const TYPING_MS = 600;

/**
 * A select that sends when its list is closed, never while somebody still moves through it. Native selects change with
 * each arrow key, show no descriptions, and take several only with a modifier key.
 */
export class Picker {
  readonly #options: PickerOptions;
  readonly #parts: PickerParts;
  /** As it was when the list was last closed. */
  #settled: readonly string[];
  #values: readonly string[];
  #line = 0;
  #typed = { text: '', at: 0 };
  /** Ends the listeners of an open list. */
  #open: AbortController | undefined;

  constructor(options: PickerOptions) {
    this.#options = options;
    this.#settled = options.chosen;
    this.#values = options.chosen;
    this.#parts = pickerParts(options, () => this.#finish());
    this.#listen();
    this.#draw();
  }

  get element(): HTMLElement {
    return this.#parts.element;
  }

  get button(): HTMLButtonElement {
    return this.#parts.button;
  }

  get values(): readonly string[] {
    return this.#values;
  }

  /** Back to what it was, when what was chosen could not be sent. */
  reset(values: readonly string[]): void {
    this.#settled = values;
    this.#values = values;
    this.#draw();
  }

  #listen(): void {
    const { element, button, lines, popup } = this.#parts;
    button.addEventListener('click', () => (this.#open ? this.#finish() : this.#show()));
    button.addEventListener('keydown', (event) => this.#takeKey(event));
    // The focus stays on the button while the list is pressed.
    popup.addEventListener('mousedown', (event) => event.preventDefault());
    for (const [index, line] of lines.entries()) line.addEventListener('click', () => this.#take(index));
    element.addEventListener('focusout', ({ relatedTarget }) => {
      if (!element.contains(relatedTarget as Node | null)) this.#leave();
    });
  }

  #takeKey(event: KeyboardEvent): void {
    const action = pickerAction(event, this.#open !== undefined);
    if (!action) return;
    event.preventDefault();
    this.#act(action, event.timeStamp);
  }

  #act(action: PickerAction, at: number): void {
    if (action.kind === 'finish') this.#finish();
    else if (action.kind === 'cancel') this.#close(this.#settled);
    else if (action.kind === 'take') this.#take(this.#line);
    else {
      this.#show();
      if (action.kind === 'move') this.#goTo(movedTo(action.move, this.#line, this.#parts.lines.length));
      if (action.kind === 'type') this.#search(action.letter, at);
    }
  }

  #search(letter: string, at: number): void {
    const text = at - this.#typed.at < TYPING_MS ? this.#typed.text + letter : letter;
    this.#typed = { text, at };
    const labels = this.#options.choices.map(({ label }) => label);
    this.#goTo(lineStartingWith(text, labels, this.#line));
  }

  #show(): void {
    const { button, popup } = this.#parts;
    if (this.#open || isBusy(button)) return;
    this.#open = new AbortController();
    const { signal } = this.#open;
    popup.showPopover();
    setAttribute(button, 'aria-expanded', 'true');
    button.focus();
    const place = () => (button.isConnected ? placePopup(popup, button) : this.#open?.abort());
    place();
    window.addEventListener('resize', place, { signal });
    window.addEventListener('scroll', place, { signal, capture: true, passive: true });
    const first = this.#options.choices.findIndex(({ value }) => this.#values.includes(value));
    this.#goTo(Math.max(0, first));
  }

  #goTo(line: number): void {
    const { lines, button } = this.#parts;
    if (!lines[line]) return;
    lines[this.#line]?.classList.remove('picker-line-active');
    this.#line = line;
    lines[line].classList.add('picker-line-active');
    lines[line].scrollIntoView({ block: 'nearest' });
    setAttribute(button, 'aria-activedescendant', lines[line].id);
  }

  #take(line: number): void {
    const value = this.#options.choices[line]?.value;
    if (value === undefined) return;
    this.#goTo(line);
    this.#values = withToggled(this.#values, value, this.#options);
    this.#draw();
    if (this.#options.most === 1) this.#finish();
  }

  /** Closes and tells, unless too many were taken away. */
  #finish(): void {
    if (!this.#open) return;
    const { least } = this.#options;
    if (this.#values.length < least && !sameValues(this.#values, this.#settled))
      this.#parts.hint.textContent = words.form.tooFew(least);
    else this.#close(this.#values);
  }

  /** The focus has gone elsewhere. */
  #leave(): void {
    if (this.#open) this.#close(this.#values.length < this.#options.least ? this.#settled : this.#values);
  }

  #close(values: readonly string[]): void {
    const before = this.#settled;
    this.#open?.abort();
    this.#open = undefined;
    this.#parts.popup.hidePopover();
    setAttribute(this.#parts.button, 'aria-expanded', 'false');
    setAttribute(this.#parts.button, 'aria-activedescendant', null);
    this.#parts.hint.textContent = this.#options.hint ?? '';
    this.reset(values);
    if (!sameValues(before, values)) this.#options.changed(values);
  }

  #draw(): void {
    const { choices, placeholder } = this.#options;
    const { lines, value } = this.#parts;
    for (const [index, line] of lines.entries())
      setAttribute(line, 'aria-selected', String(this.#values.includes(choices[index]?.value ?? '')));
    const labels = choices.filter((choice) => this.#values.includes(choice.value)).map(({ label }) => label);
    value.textContent = labels.length > 0 ? labels.join(', ') : placeholder;
    value.classList.toggle('picker-placeholder', labels.length === 0);
  }
}
