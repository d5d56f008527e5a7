/**
 * The shape of a room's words in one language, for the others to satisfy: the same keys, texts and functions that
 * answer texts. A sentence that is missing in a language is a type error.
 */
export type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer Given) => infer Said
      ? (...given: Given) => Said extends string ? string : Shape<Said>
      : T[K] extends readonly (infer Item)[]
        ? readonly Shape<{ item: Item }>["item"][]
        : Shape<T[K]>;
};
