/** What one field holds, as `playground/people/filling.ts` takes it; files still have to be read into bytes. */
export type FormValue = string | boolean | null | readonly string[] | readonly File[];

/** By custom id. */
export type FormValues = Readonly<Record<string, FormValue>>;

/** A field that Discord's client would not send. */
export interface FormProblem {
  readonly customId: string;
  readonly label: string;
  readonly message: string;
}

export type FormReading =
  | { readonly ok: true; readonly values: FormValues }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

export interface FormHandlers {
  /** The form closes when the promise is fulfilled (or there is none); when it is rejected, it stays and says so. */
  submit(values: FormValues): Promise<unknown> | undefined;
  /** Cancel, the cross or Escape. The form has closed itself. */
  cancel(): void;
}

export interface RenderedForm {
  readonly element: HTMLDialogElement;
  /** Puts the dialog into the page and opens it. Closing it takes it out again and gives the focus back. */
  open(): void;
  read(): FormReading;
}
