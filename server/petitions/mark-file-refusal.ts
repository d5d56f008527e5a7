/** Why a file of a petition does not open marked with who looks (N7). */
export type MarkFileRefusal =
  /** The store does not answer with it. */
  | { readonly kind: "file_unavailable" }
  /** Nothing can be drawn over it here: a PNG too large, or a PDF whose pages cannot be read. */
  | { readonly kind: "file_unmarkable" };
