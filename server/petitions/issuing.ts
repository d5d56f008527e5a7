import type { QrModules } from "../visits/qr-drawing.ts";
import type { FilledField } from "./document-fields.ts";
import type { DocumentTemplate } from "./document-template.ts";
import type { DocumentKind } from "./issued-document.ts";
import type { PetitionOutcome } from "./petition.ts";
import type { PetitionStatus } from "./petition-status.ts";

/** How an issued paper leads to its page: where this deployment answers, and who draws the QR. */
export interface PaperCheck {
  readonly publicUrl: URL;
  readonly drawQr: (text: string) => QrModules;
}

/** What an officer sees before a document is issued. */
export interface Issuing {
  readonly petitionId: string;
  readonly petitionNumber: string;
  readonly serviceName: string;
  /** Whose it will be. */
  readonly name: string;
  readonly templates: readonly DocumentTemplate[];
  readonly chosen: { readonly template: DocumentTemplate; readonly fields: readonly FilledField[] } | null;
  /** The document that it stands in place of. */
  readonly replaces: { readonly id: string; readonly number: string } | null;
}

export type IssueRefusal =
  /** No such petition at the agency, or nobody to see it. */
  | { readonly kind: "petition_missing" }
  /** The officer gave the petition back: they may not act in it (s. 13). */
  | { readonly kind: "conflict_declared" }
  | { readonly kind: "template_missing" }
  | { readonly kind: "document_missing" }
  /** It was replaced or revoked already. */
  | { readonly kind: "document_ended" }
  /** Nothing is issued before a petition was received, nor where it was withdrawn or is another's. */
  | { readonly kind: "petition_not_ready" }
  /** A licence or a receipt is no answer to what was refused. */
  | { readonly kind: "petition_refused" }
  | { readonly kind: "fields_missing"; readonly keys: readonly string[] }
  | { readonly kind: "title_missing" }
  | { readonly kind: "valid_until_past" };

const longestValue = 500;

/** The fields with what an officer typed over them, in their order; a value is cut at 500 characters. */
export function withTyped(
  fields: readonly FilledField[],
  typed: Readonly<Record<string, string>>,
): readonly FilledField[] {
  return fields.map((field) => {
    const value = (typed[field.key] ?? field.value).normalize("NFC").replace(/\s+/g, " ");
    return { ...field, value: value.trim().slice(0, longestValue) };
  });
}

/** Why a document of a kind cannot be issued for a petition as it stands; null: it can. */
export function hindranceOfIssue(
  petition: { readonly status: PetitionStatus; readonly outcome: PetitionOutcome | null },
  kind: DocumentKind,
): IssueRefusal | null {
  const { status, outcome } = petition;
  if (status === "submitted" || outcome === "withdrawn" || outcome === "not_ours") {
    return { kind: "petition_not_ready" };
  }
  return outcome === "refused" && kind !== "letter" ? { kind: "petition_refused" } : null;
}

/** The keys of fields that have no value. */
export function missingFields(fields: readonly FilledField[]): readonly string[] {
  return fields.filter(({ value }) => value === "").map(({ key }) => key);
}
