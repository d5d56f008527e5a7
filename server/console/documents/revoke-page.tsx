import type { StaffSession } from "../../http/env.ts";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import type { DeskDocument } from "../../petitions/desk-document.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly document: DeskDocument;
  readonly reason: string;
  readonly fault: string | null;
}

/** The last question before a document is revoked, with the reason its holder will read. */
export function RevokePage({ page, staff, document, reason, fault }: Props) {
  const words = page.words.papers.issuing;
  const here = `/console/documents/${document.id}`;
  const error = fault ?? undefined;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="documents"
      title={words.revokeTitle}
      back={here}
      wrong={fault !== null}
    >
      <ErrorSummary page={page} items={fault === null ? [] : [{ field: "reason", sentence: fault }]} />
      <ConfirmPanel
        title={words.revokeTitle}
        action={`${here}/revoke`}
        yes={words.revokeYes}
        no={words.revokeNo}
        noHref={here}
      >
        <p>
          <strong>
            {nameIn(document.title, page.language)} {document.number}
          </strong>{" "}
          · {document.holder}
        </p>
        <p class="lead">{words.revokeLead}</p>
        <Field
          name="reason"
          label={words.revokeReason}
          hint={words.revokeReasonHint}
          error={error}
          value={reason}
          maxlength={500}
        />
      </ConfirmPanel>
    </ConsoleLayout>
  );
}
