/**
 * Where a password for a seat comes from; each source has an allowance of its own. `known`: a browser that came in at this
 * part of the seat before. `network`: any other, by the caller's network. `inside`: somebody who is in already, asked again.
 */
export type TriedFrom =
  | { readonly kind: "known"; readonly browser: string }
  | { readonly kind: "network"; readonly network: string }
  | { readonly kind: "inside"; readonly holdingId: string };

/** One text for a source. */
export function sourceText(from: TriedFrom): string {
  switch (from.kind) {
    case "known":
      return `known/${from.browser}`;
    case "network":
      return `network/${from.network}`;
    case "inside":
      return `inside/${from.holdingId}`;
  }
}
