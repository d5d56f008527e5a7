/** Why a file of an order stays where it is. */
export type OrderFileRefusal =
  /** It is not there any more, or not theirs to take away. */
  | { readonly kind: "order_file_gone" }
  /** The central office judges, or judged, a registration by it. */
  | { readonly kind: "order_file_judged" };
