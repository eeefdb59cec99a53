import { words } from './words.ts';

/**
 * Marks a control as busy until an action is over. A busy control keeps the focus and takes nothing. A failure is
 * written into `failure`, a live region. Resolves to false after one.
 */
export async function followAction(
  control: HTMLElement,
  action: Promise<unknown> | undefined,
  failure: HTMLElement,
  failed: string = words.failed,
): Promise<boolean> {
  failure.textContent = '';
  if (!action) return true;
  control.setAttribute('aria-busy', 'true');
  try {
    await action;
    return true;
  } catch (error) {
    failure.textContent = error instanceof Error && error.message ? error.message : failed;
    return false;
  } finally {
    control.removeAttribute('aria-busy');
  }
}

export function isBusy(control: HTMLElement): boolean {
  return control.getAttribute('aria-busy') === 'true';
}
