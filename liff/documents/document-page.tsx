import type { Child } from "hono/jsx";
import { Banner } from "../../server/http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { StatusTag } from "../../server/http/page/status-tag.tsx";
import { bangkokDay, formatDay } from "../../server/kernel/thai-date.ts";
import { formatDocumentCode } from "../../server/petitions/document-code.ts";
import type { OwnDocument } from "../../server/petitions/own-document.ts";
import { nameIn } from "../../server/visits/names.ts";
import { standingTones } from "./folder-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly document: OwnDocument;
}

/** One document: how it stands, and the ways to look at it, keep it and show it. */
export function DocumentPage({ page, document }: Props) {
  const words = page.words.papers;
  const { folder } = words;
  const { id, standing, kind, replacedBy, petitionId, agencyId } = document;
  const file = `/liff/documents/${id}/file`;
  const { isDestroyed } = document;
  const isShown = kind === "licence" && standing === "genuine" && !isDestroyed;
  return (
    <Layout page={page} title={nameIn(document.title, page.language)} back="/liff/documents">
      <h1>{nameIn(document.title, page.language)}</h1>
      <div>
        <StatusTag tone={standingTones[standing]}>{words.standings[standing]}</StatusTag>
      </div>
      <Card>
        <Facts rows={factsOf(page, document)} />
      </Card>
      {isDestroyed ? (
        <Banner tone="info" title={page.words.page.gone.title}>
          {page.words.page.gone.body}
        </Banner>
      ) : (
        <p class="hint">{folder.lead}</p>
      )}
      <ButtonGroup>
        {isDestroyed ? null : (
          <>
            <ButtonLink kind="primary" href={file}>
              {folder.open}
            </ButtonLink>
            <ButtonLink icon="download" href={`${file}?download`}>
              {folder.download}
            </ButtonLink>
          </>
        )}
        {isShown ? (
          <ButtonLink icon="qr" href={`/liff/documents/show?only=${id}`}>
            {folder.show}
          </ButtonLink>
        ) : null}
        {replacedBy === null ? null : (
          <ButtonLink href={`/liff/documents/${replacedBy}`}>{folder.newOne}</ButtonLink>
        )}
      </ButtonGroup>
      {isShown ? <p class="hint">{folder.showHint}</p> : null}
      {petitionId === null ? null : (
        <ButtonLink kind="quiet" href={`/liff/petitions/${agencyId}/${petitionId}`}>
          {folder.petition}
        </ButtonLink>
      )}
    </Layout>
  );
}

function factsOf(page: PageContext, document: OwnDocument): readonly (readonly [string, Child])[] {
  const words = page.words.papers;
  const { language } = page;
  const day = (at: Date) => formatDay(bangkokDay(at), language);
  const { validUntil, endedAt, endReason } = document;
  return [
    [words.number, document.number],
    [words.agency, nameIn(document.agency, language)],
    [words.issuedAt, day(document.issuedAt)],
    [words.validUntil, validUntil === null ? words.validForever : formatDay(validUntil, language)],
    ...(endedAt === null ? [] : [[words.endedAt, day(endedAt)] as const]),
    ...(endReason === null ? [] : [[words.reason, endReason] as const]),
    [
      words.checkCode,
      <>
        <a class="figures" lang="en" href={`/check/${document.code}`}>
          {formatDocumentCode(document.code)}
        </a>
        <small class="aside">{document.hasQr ? words.folder.checkHint : words.folder.checkHintPlain}</small>
      </>,
    ],
  ];
}
