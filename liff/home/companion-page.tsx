import { ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts, LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import type { CompanionPage as Seen } from "../../server/visits/actions/see-companion.ts";
import { TodaysCodes } from "./home-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly seen: Seen;
  readonly now: Date;
}

/** The page of somebody the citizen acts for (C5.3): who, who asks, today's codes, the history. */
export function CompanionPage({ page, seen, now }: Props) {
  const { view, askerName, codes } = seen;
  const { companion: words, home } = page.words.visits;
  return (
    <Layout page={page} title={view.name ?? words.unnamed} back="/liff/home">
      <section class="who">
        <p class="lead">{words.who}</p>
        <h1>{view.name ?? view.maskedCitizenId}</h1>
      </section>
      <ButtonLink kind="primary" icon="qr" href={`/liff/scan?for=${view.id}`}>
        {words.ask}
      </ButtonLink>
      <Card>
        <Facts
          rows={[
            ...(view.name === null ? [] : [[home.citizenId, view.maskedCitizenId] as const]),
            [words.askedBy, askerName],
          ]}
        />
      </Card>
      <Card title={home.today}>
        <TodaysCodes page={page} codes={codes} now={now} delegationId={view.id} />
      </Card>
      <Card>
        <LinkRow href={`/liff/history?for=${view.id}`} icon="history" title={home.history} />
        <LinkRow href={`/liff/companions/${view.id}`} icon="people" title={words.end} />
        <LinkRow href="/liff/home" icon="door" title={words.all} />
      </Card>
    </Layout>
  );
}
