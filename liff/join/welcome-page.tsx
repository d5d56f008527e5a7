import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import type { Welcome } from "../../server/identity/actions/see-welcome.ts";
import type { Shape } from "../../server/words/shape.ts";
import type { joinTh } from "../../server/words/join/th.ts";
import { IdCheckStanding } from "../id-check/state.tsx";

/** What was just done or refused, for the sentence on top. */
export type WelcomeTold = keyof Shape<typeof joinTh>["welcome"]["told"];

export interface WelcomeProps {
  readonly page: PageContext;
  readonly welcome: Welcome;
  /** Where joining began; null: nowhere in particular. */
  readonly next: string | null;
  /** The service it began at, which a press goes on with; null: none. */
  readonly service: { readonly name: string; readonly start: string } | null;
  readonly told: WelcomeTold | null;
}

/** The first page of e-Service (E1.4): how far one's identity was checked, and where to go. */
export function WelcomePage({ page, welcome, next, service, told }: WelcomeProps) {
  const words = page.words.join.welcome;
  const { check, emailToProve, name, slug } = welcome;
  return (
    <Layout page={page} title={words.title}>
      {told ? <Banner tone={told === "resent" ? "done" : "waiting"} title={words.told[told]} live /> : null}
      <h1>{words.title}</h1>
      {name ? <p class="lead">{name}</p> : null}
      {service ? (
        <form method="post" action={service.start}>
          <Button>{words.goOnWith(service.name)}</Button>
        </form>
      ) : next ? (
        <ButtonLink kind="primary" href={next}>
          {words.goOn}
        </ButtonLink>
      ) : null}
      <Card title={words.identity}>
        <IdCheckStanding page={page} check={check} />
        {check === "none" || check === "sent_back" ? (
          <ButtonLink
            kind={next ? "secondary" : "primary"}
            href={slug === null ? "/liff/id-check" : `/liff/id-check/${slug}`}
          >
            {words.toIdCheck}
          </ButtonLink>
        ) : null}
      </Card>
      {emailToProve ? (
        <Card title={words.emailTitle}>
          <p>{words.emailBody(emailToProve)}</p>
          <form method="post" action="/liff/account/contact/proof">
            <Button kind="secondary">{words.resend}</Button>
          </form>
        </Card>
      ) : null}
      <Card>
        <LinkRow href="/liff/e-service" icon="door" title={words.services} detail={words.servicesDetail} />
        <LinkRow href="/liff/petitions" icon="clock" title={words.petitions} detail={words.petitionsDetail} />
        <LinkRow href="/liff/documents" icon="print" title={words.documents} detail={words.documentsDetail} />
        <LinkRow href="/liff/account" icon="person" title={words.account} />
      </Card>
    </Layout>
  );
}
