import type { Child } from "hono/jsx";
import { encode } from "uqr";
import { Banner } from "../../server/http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Facts } from "../../server/http/page/card.tsx";
import { CodeDisplay } from "../../server/http/page/code-display.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { QrImage } from "../../server/http/page/qr-image.tsx";
import { WholeName } from "../../server/http/page/whole-name.tsx";
import { formatMoment } from "../../server/kernel/thai-date.ts";
import type { CodeView } from "../../server/visits/actions/see-code.ts";
import { nameIn } from "../../server/visits/names.ts";
import { formatServiceCode } from "../../server/visits/service-code.ts";
import { cancelPath, CodeStatus, forQuery } from "./code-row.tsx";

interface Props {
  readonly page: PageContext;
  readonly view: CodeView;
  /** It was cancelled a moment ago. */
  readonly isJustCancelled: boolean;
}

/** The code to be shown at the counter: where and what for, the code and its QR, until when, and help. */
export function CodePage({ page, view, isJustCancelled }: Props) {
  const { code, status, represented, token } = view;
  const words = page.words.visits.code;
  const back = represented ? `/liff/for/${represented.id}` : "/liff/home";
  return (
    <Layout page={page} title={words.title} back={back}>
      {isJustCancelled && status === "cancelled" ? (
        <Banner tone="done" title={words.cancelledNow} live>
          {words.cancelledNowNext}
        </Banner>
      ) : null}
      <CodeHeading page={page} view={view} />
      <CodeDisplay page={page} groups={formatServiceCode(code.code).split(" ")} muted={token === null}>
        {token === null ? null : <QrImage modules={modulesOf(token)} label={words.qrLabel} />}
        <p class="code-until">
          {token === null
            ? words.statusLead[status]
            : words.goodUntil(formatMoment(code.expiresAt, page.language))}
        </p>
      </CodeDisplay>
      <CodeFacts page={page} view={view} />
      <CodeMoves page={page} view={view} />
    </Layout>
  );
}

/** In the smallest square the token fits, with as much repair as that square has room for. */
function modulesOf(token: string): boolean[][] {
  return encode(token, { ecc: "L", boostEcc: true, border: 0 }).data;
}

function CodeHeading({ page, view }: { page: PageContext; view: CodeView }) {
  const { code, status, represented } = view;
  const words = page.words.visits.code;
  return (
    <div class="code-heading">
      <p class="code-show">{status === "issued" ? words.show : <CodeStatus page={page} status={status} />}</p>
      <h1>
        <span class="visually-hidden">{words.title} </span>
        <WholeName>{nameIn(code.facility, page.language)}</WholeName>
      </h1>
      <p>{nameIn(code.service, page.language)}</p>
      {represented ? (
        <p>
          {words.forWhom} <strong>{represented.name ?? represented.maskedCitizenId}</strong>
        </p>
      ) : null}
    </div>
  );
}

function CodeFacts({ page, view }: { page: PageContext; view: CodeView }) {
  const { code, status, isAskedByOther, askedByName } = view;
  const words = page.words.visits.code;
  const moment = (at: Date) => formatMoment(at, page.language);
  const rows: (readonly [string, Child])[] = [[words.issued, moment(code.issuedAt)]];
  if (status === "cancelled" && code.cancelledAt) rows.push([words.cancelledAt, moment(code.cancelledAt)]);
  if (code.cancelReason !== null) rows.push([words.cancelledThere, code.cancelReason]);
  return (
    <>
      {isAskedByOther ? <p>{words.askedByOther(askedByName)}</p> : null}
      <Facts rows={rows} />
    </>
  );
}

function CodeMoves({ page, view }: { page: PageContext; view: CodeView }) {
  const { code, status, mayCancel, represented } = view;
  const words = page.words.visits.code;
  const isOver = status === "cancelled" || status === "expired";
  return (
    <>
      <p class="lead">{words.help}</p>
      <ButtonGroup>
        {isOver ? (
          <ButtonLink kind="primary" icon="qr" href={`/liff/scan${forQuery(represented?.id)}`}>
            {words.askNew}
          </ButtonLink>
        ) : null}
        {code.telephone ? (
          <ButtonLink icon="phone" href={`tel:${code.telephone.replace(/[^\d+]/g, "")}`}>
            {words.call(code.telephone)}
          </ButtonLink>
        ) : null}
        {mayCancel ? (
          <ButtonLink kind="quiet" href={cancelPath(code.id, represented?.id)}>
            {words.cancel}
          </ButtonLink>
        ) : null}
      </ButtonGroup>
    </>
  );
}
