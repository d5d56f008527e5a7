import type { Child } from "hono/jsx";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Card, Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import type { DeskDocument } from "../../petitions/desk-document.ts";
import { formatDocumentCode } from "../../petitions/document-code.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { Standing } from "./list-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly document: DeskDocument;
  readonly issuer: string | null;
  readonly done: "issued" | "revoked" | null;
  /** True: the holder is told in the morning. */
  readonly isNight: boolean;
}

/** One issued document: how it stands, its file, and what may still be done about it. */
export function DocumentPage({ page, staff, document, issuer, done, isNight }: Props) {
  const words = page.words.papers.issuing;
  const { id, petitionId, replacedBy } = document;
  const title = `${nameIn(document.title, page.language)} ${document.number}`;
  return (
    <ConsoleLayout page={page} staff={staff} current="documents" title={title} back="/console/documents">
      {done === null ? null : (
        <Banner tone="done" title={done === "issued" ? words.issued : words.revoked} live>
          {done === "issued" ? (isNight ? words.issuedNight : words.issuedNext) : null}
        </Banner>
      )}
      <h1>{title}</h1>
      <p class="tags">
        <Standing page={page} standing={document.standing} />
      </p>
      <Card>
        <Facts rows={factsOf(page, document, issuer)} />
      </Card>
      {document.isDestroyed ? (
        <Banner tone="info" title={page.words.page.gone.title}>
          {page.words.page.gone.body}
        </Banner>
      ) : null}
      <ButtonGroup>
        {document.isDestroyed ? null : (
          <ButtonLink kind="primary" href={`/console/documents/${id}/file`}>
            {words.download}
          </ButtonLink>
        )}
        <ButtonLink href={`/check/${document.code}`}>{words.publicPage}</ButtonLink>
        {petitionId === null ? null : (
          <ButtonLink href={`/console/petitions/${petitionId}`}>{words.petition}</ButtonLink>
        )}
        {replacedBy === null ? null : (
          <ButtonLink href={`/console/documents/${replacedBy}`}>{words.replacedBy}</ButtonLink>
        )}
        <Ends page={page} document={document} />
      </ButtonGroup>
    </ConsoleLayout>
  );
}

/** What ends a document: another in its place, or revoking it. An expired one may be revoked too. */
function Ends({ page, document }: Pick<Props, "page" | "document">) {
  const words = page.words.papers.issuing;
  const { id, petitionId, standing, templateKey } = document;
  if (standing === "revoked" || standing === "replaced") return null;
  const asked = new URLSearchParams({
    petition: petitionId ?? "",
    replaces: id,
    template: templateKey ?? "",
  });
  const path = templateKey === null ? "upload" : "new";
  return (
    <>
      {petitionId === null ? null : (
        <ButtonLink href={`/console/documents/${path}?${asked.toString()}`}>{words.replace}</ButtonLink>
      )}
      <ButtonLink kind="danger" href={`/console/documents/${id}/revoke`}>
        {words.revoke}
      </ButtonLink>
    </>
  );
}

function factsOf(
  page: PageContext,
  document: DeskDocument,
  issuer: string | null,
): readonly (readonly [string, Child])[] {
  const words = page.words.papers;
  const { language } = page;
  const { validUntil, endedAt, endReason } = document;
  return [
    [words.number, document.number],
    [words.kind, words.kinds[document.kind]],
    [words.holder, document.holder],
    [words.issuedAt, formatMoment(document.issuedAt, language)],
    [words.issuing.issuedBy, issuer ?? "–"],
    [words.validUntil, validUntil === null ? words.validForever : formatDay(validUntil, language)],
    ...(endedAt === null ? [] : [[words.endedAt, formatMoment(endedAt, language)] as const]),
    ...(endReason === null ? [] : [[words.reason, endReason] as const]),
    [
      words.checkCode,
      <span class="figures" lang="en">
        {formatDocumentCode(document.code)}
      </span>,
    ],
  ];
}
