import { Hono } from "hono";
import { ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { WholeName } from "../../server/http/page/whole-name.tsx";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { withSession } from "../../server/http/session.ts";
import { takeScan, type Scan } from "../../server/visits/actions/take-scan.ts";
import { nameIn } from "../../server/visits/names.ts";
import { RefusalPage } from "../scan/refusal-page.tsx";

/**
 * Where a facility's QR leads when the phone's own camera opens it. Checks the token and changes nothing but the scan
 * log; signed in, the way goes straight to the confirmation. In capitals too, as it stands in the QR.
 */
export const qrFace = new Hono<AppEnv>();

for (const path of ["/q/:token", "/Q/:token"]) qrFace.get(path, withSession, arrive);

async function arrive(c: AppContext): Promise<Response> {
  const scan = await takeScan(c.var.ports, { kind: "gate" }, { token: c.req.param("token") ?? "" });
  const page = pageContext(c);
  if (!scan.ok) {
    return sendPage(c, <RefusalPage page={page} refusal={scan.refusal} delegationId={null} />, {
      status: 422,
    });
  }
  const ask = `/liff/ask/${scan.value.ticket}`;
  if (c.var.session) return c.redirect(ask, 303);
  const { liffId } = c.var.site;
  return sendPage(
    c,
    <ArrivalPage
      page={page}
      scan={scan.value}
      line={`https://liff.line.me/${liffId}/ask/${scan.value.ticket}`}
      here={`/liff/browser?next=${encodeURIComponent(ask)}`}
    />,
  );
}

interface Props {
  readonly page: PageContext;
  readonly scan: Scan;
  readonly line: string;
  readonly here: string;
}

/** Facility and service, and two ways on: in LINE, or in this browser. */
function ArrivalPage({ page, scan, line, here }: Props) {
  const words = page.words.visits.arrival;
  const { ask } = page.words.visits;
  const { facility, service } = scan.place;
  return (
    <Layout page={page} title={words.title} look={false}>
      <h1>{words.title}</h1>
      <Card>
        <p class="place-facility">
          <small>{ask.facility}</small>
          <strong>
            <WholeName>{nameIn(facility, page.language)}</WholeName>
          </strong>
        </p>
        <p class="place-service">
          <small>{ask.service}</small>
          <strong>{nameIn(service, page.language)}</strong>
        </p>
      </Card>
      <p class="lead">{words.lead}</p>
      <ButtonGroup>
        <ButtonLink kind="line" href={line}>
          {words.openLine}
        </ButtonLink>
        <ButtonLink href={here}>{words.openHere}</ButtonLink>
      </ButtonGroup>
    </Layout>
  );
}
