import { EmptyState } from "../../server/http/page/banner.tsx";
import { ButtonLink } from "../../server/http/page/button.tsx";
import { Card, LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { WholeName } from "../../server/http/page/whole-name.tsx";
import type { DelegationView } from "../../server/identity/delegation-view.ts";
import type { Home } from "../../server/visits/actions/see-home.ts";
import type { IssuedCode } from "../../server/visits/issued-code.ts";
import { CodeRow } from "../code/code-row.tsx";
import { StateTag } from "../companions/parts.tsx";

interface Props {
  readonly page: PageContext;
  readonly home: Home;
  readonly now: Date;
}

/** Who I am, the one big button, today's codes, the people I ask for, and what lies behind (C4.1, C4.5). */
export function HomePage({ page, home, now }: Props) {
  const words = page.words.visits.home;
  return (
    <Layout page={page} title={words.title}>
      <section class="who">
        <p class="lead">{words.who}</p>
        <h1>
          <WholeName>{home.name}</WholeName>
        </h1>
        <p class="who-number">
          <span class="visually-hidden">{words.citizenId} </span>
          <span class="figures">{home.maskedCitizenId}</span>
          <a class="who-reveal" href="/liff/account/number">
            {words.reveal}
          </a>
        </p>
      </section>
      <ButtonLink kind="primary" icon="qr" href="/liff/scan">
        {words.ask}
      </ButtonLink>
      <Card title={words.today}>
        <TodaysCodes page={page} codes={home.codes} now={now} />
      </Card>
      <Card title={words.people}>
        {home.people.map((view) => (
          <PersonRow page={page} view={view} />
        ))}
        <LinkRow href="/liff/companions/new" icon="people" title={words.add} detail={words.addDetail} />
      </Card>
      <Card>
        <LinkRow
          href="/liff/e-service"
          icon="door"
          title={page.words.eService.tile}
          detail={page.words.eService.tileDetail}
        />
        <LinkRow
          href="/liff/petitions"
          icon="clock"
          title={page.words.follow.tile}
          detail={page.words.follow.tileDetail}
        />
        <LinkRow
          href="/liff/documents"
          icon="print"
          title={page.words.papers.folder.tile}
          detail={page.words.papers.folder.tileDetail}
        />
        <LinkRow href="/liff/history" icon="history" title={words.history} detail={words.historyDetail} />
        <LinkRow href="/liff/account" icon="person" title={words.account} />
      </Card>
    </Layout>
  );
}

/** Today's codes as rows, or what to do when there are none. */
export function TodaysCodes(props: {
  page: PageContext;
  codes: readonly IssuedCode[];
  now: Date;
  delegationId?: string;
}) {
  const { page, codes, now, delegationId } = props;
  const words = page.words.visits.home;
  if (codes.length === 0) {
    return (
      <EmptyState title={words.todayEmpty} icon="clock">
        <p>{words.todayEmptyNext}</p>
      </EmptyState>
    );
  }
  return (
    <div>
      {codes.map((code) => (
        <CodeRow page={page} code={code} now={now} delegationId={delegationId} isToday />
      ))}
    </div>
  );
}

function PersonRow({ page, view }: { page: PageContext; view: DelegationView }) {
  const isAgreed = view.state === "agreed";
  return (
    <LinkRow
      href={isAgreed ? `/liff/for/${view.id}` : `/liff/companions/${view.id}`}
      icon="person"
      title={view.name ?? view.maskedCitizenId}
      {...(isAgreed ? {} : { end: <StateTag page={page} state={view.state} /> })}
    />
  );
}
