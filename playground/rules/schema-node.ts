/** The parts of a zod schema that the walk needs (zod 4, `schema._zod.def`). */
export interface Schema {
  readonly _zod: { readonly def: Definition };
  safeParse(value: unknown): { readonly success: boolean; readonly error?: { readonly issues: readonly Issue[] } };
}

export interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly values?: readonly unknown[];
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDefinition } }[];
  readonly getter?: () => Schema;
}

export interface CheckDefinition {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Issue {
  readonly code: string;
  readonly message: string;
  readonly origin?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The schema behind `lazy`, `optional` and `nullable`, and whether undefined and null pass. */
export function unwrap(schema: Schema): {
  readonly inner: Schema;
  readonly optional: boolean;
  readonly nullable: boolean;
} {
  const { type, getter, innerType, options } = schema._zod.def;
  if (type === 'lazy' && getter) return unwrap(getter());
  if ((type === 'optional' || type === 'nullable') && innerType) {
    const below = unwrap(innerType);
    return {
      inner: below.inner,
      optional: below.optional || type === 'optional',
      nullable: below.nullable || type === 'nullable',
    };
  }
  const holds = (name: string) => options?.some((option) => option._zod.def.type === name) ?? false;
  return {
    inner: schema,
    optional: type === 'undefined' || holds('undefined'),
    nullable: type === 'null' || holds('null'),
  };
}
