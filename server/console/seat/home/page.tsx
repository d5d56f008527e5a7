import type { SeatHome } from "../../../credentials/actions/see-seat-home.ts";
import type { WholeSeatSession } from "../../../credentials/seat-session.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Card, Facts, LinkRow } from "../../../http/page/card.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { bangkokDay, formatDay, formatMoment } from "../../../kernel/thai-date.ts";
import { nameIn } from "../../../visits/names.ts";
import { SeatPage } from "../seat-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly session: WholeSeatSession;
  readonly home: SeatHome;
}

/** Who somebody is in their seat, what they may do themselves, and where they signed in. */
export function HomePage(props: Props) {
  const { page, session, home } = props;
  const words = page.words.credentials.home;
  const standing = home.key?.standing;
  return (
    <SeatPage page={page} seat={session} title={words.title}>
      <h1>{words.title}</h1>
      {standing?.kind === "ending" ? (
        <Banner tone="waiting" title={page.words.credentials.renew.ending(standing.daysLeft)} />
      ) : null}
      <Card>
        <Facts rows={factsOf(props)} />
      </Card>
      <Menu {...props} />
      <Asked {...props} />
      <SignIns {...props} />
    </SeatPage>
  );
}

function factsOf({ page, session, home }: Props): readonly (readonly [string, string])[] {
  const { home: words, rights, parts } = page.words.credentials;
  const { facts } = words;
  const key = home.key;
  return [
    [facts.name, session.name],
    [facts.userCode, session.userCode],
    [facts.right, rights[session.right]],
    [facts.part, parts[session.part]],
    [facts.agency, nameIn(session.agency, page.language)],
    ...(key === null
      ? []
      : [
          [facts.until, formatDay(bangkokDay(key.notAfter), page.language)] as const,
          [facts.device, key.device] as const,
        ]),
  ];
}

function Menu({ page, home }: Props) {
  const { menu, menuTitle } = page.words.credentials.home;
  const mayRenew = home.key !== null && home.key.standing.kind !== "good";
  const rows = [
    ...(mayRenew ? [["/seat/renew", menu.renew] as const] : []),
    ["/seat/change-phone", menu.change],
    ["/seat/password", menu.password],
    ["/seat/requests", menu.requests],
    ["/seat/lost", menu.lost],
    ["/seat/end", menu.end],
  ] as const;
  return (
    <Card title={menuTitle}>
      {rows.map(([href, [title, detail]]) => (
        <LinkRow href={href} title={title ?? ""} detail={detail} />
      ))}
    </Card>
  );
}

function Asked({ page, home }: Props) {
  const { home: words, phone } = page.words.credentials;
  return (
    <Card title={words.askedTitle}>
      {home.asked.length === 0 ? <p>{words.none}</p> : null}
      <Facts
        rows={home.asked.map(({ madeAt, purpose, state }) => [
          formatMoment(madeAt, page.language),
          `${phone.purposes[purpose]} · ${words.asked[state]}`,
        ])}
      />
    </Card>
  );
}

function SignIns({ page, session, home }: Props) {
  const words = page.words.credentials.home;
  return (
    <Card title={words.historyTitle}>
      <p>{words.historyHint}</p>
      <Facts
        rows={home.sessions.map(({ id, signedInAt, device, factorAt, isOpen }) => {
          const state = factorAt === null ? "half" : isOpen ? "open" : "ended";
          const here = id === session.id ? ` (${words.here})` : "";
          return [formatMoment(signedInAt, page.language), `${device}${here} · ${words.sessions[state]}`];
        })}
      />
    </Card>
  );
}
