import type { SeenPhone } from "../../server/credentials/actions/see-phone.ts";
import { Banner, EmptyState } from "../../server/http/page/banner.tsx";
import { ButtonLink } from "../../server/http/page/button.tsx";
import { Card, LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { bangkokDay, formatDay, formatMoment, formatTime } from "../../server/kernel/thai-date.ts";
import { KeyTroubles, tokenPath } from "./parts.tsx";

export const toldOutcomes = [
  "signed",
  "signed_end",
  "denied",
  "denied_renewal",
  "denied_other",
  "failed",
  "over",
  "renewed",
] as const;
export type ToldOutcome = (typeof toldOutcomes)[number];

const tones = {
  signed: "done",
  signed_end: "done",
  denied: "done",
  denied_renewal: "done",
  denied_other: "done",
  failed: "refused",
  over: "waiting",
  renewed: "done",
} as const satisfies Record<ToldOutcome, string>;

interface Props {
  readonly page: PageContext;
  readonly phone: SeenPhone;
  readonly told: ToldOutcome | null;
  /** A key that a newer one took the place of. */
  readonly forget: string | null;
}

/** What waits for this phone, and the keys on it; a phone that just signed that it ends shows none. */
export function ListPage({ page, phone, told, forget }: Props) {
  const words = page.words.credentials.phone;
  const [said, next] = told === null ? [] : words.told[told];
  const isEmpty = phone.challenges.length + phone.renewals.length + phone.requests.length === 0;
  return (
    <Layout
      page={page}
      title={words.title}
      scripts={forget === null ? ["token-wait.js"] : ["token-wait.js", "token-key.js"]}
      data={{
        "data-watch": `${tokenPath}/state`,
        "data-state": stateOf(phone),
        ...(forget === null ? {} : { "data-forget": forget }),
      }}
    >
      <h1>{words.title}</h1>
      {told === null ? null : (
        <Banner tone={tones[told]} title={said ?? ""} live>
          {next}
          {told.startsWith("denied") ? (
            <p>
              <a href="/seat/sign-in?next=%2Fseat%2Fpassword">{words.changePassword}</a>
            </p>
          ) : null}
        </Banner>
      )}
      <KeyTroubles page={page} />
      {isEmpty ? null : <Waiting page={page} phone={phone} />}
      {told === "signed_end" ? null : phone.keys.length === 0 ? (
        <NoKey page={page} over={phone.over} />
      ) : (
        <>
          {isEmpty && told === null ? (
            <EmptyState title={words.nothing} icon="shield">
              <p>{words.nothingNext}</p>
            </EmptyState>
          ) : null}
          <Keys page={page} phone={phone} />
        </>
      )}
      <Card>
        <LinkRow
          href={`${tokenPath}/requests`}
          title={page.words.credentials.requestPages.phone.title}
          detail={page.words.credentials.requestPages.phone.row}
          icon="shield"
        />
        <LinkRow
          href={`${tokenPath}/lost`}
          title={page.words.credentials.lost.phone.title}
          detail={page.words.credentials.lost.lead}
          icon="phone"
        />
      </Card>
    </Layout>
  );
}

/** No key signs here: there never was one, or it ended, of which the phone tells when and why. */
function NoKey({ page, over }: { page: PageContext; over: SeenPhone["over"] }) {
  const words = page.words.credentials.phone;
  return (
    <>
      {over === null ? null : (
        <Banner tone="waiting" title={words.over[over.why](formatMoment(over.at, page.language))}>
          {`${over.userCode} · ${words.overNext[over.why]}`}
        </Banner>
      )}
      <EmptyState title={words.noKey}>
        {over === null ? <p>{words.noKeyNext}</p> : null}
        <ButtonLink kind="primary" href="/seat/sign-in">
          {words.noKeyHere}
        </ButtonLink>
      </EmptyState>
    </>
  );
}

/** What a list shows, as one text that changes with it. */
export function stateOf(phone: Pick<SeenPhone, "challenges" | "renewals" | "requests">): string {
  return [...phone.challenges, ...phone.renewals, ...phone.requests].map(({ id }) => id).join();
}

function Waiting({ page, phone }: Pick<Props, "page" | "phone">) {
  const words = page.words.credentials.phone;
  return (
    <Card title={words.waiting}>
      {phone.challenges.map(({ id, userCode, purpose, expiresAt }) => (
        <LinkRow
          href={`${tokenPath}/sign/${id}`}
          title={words.purposes[purpose]}
          detail={`${userCode} ${words.until(formatTime(expiresAt, page.language))}`}
          icon="shield"
        />
      ))}
      {phone.requests.map(({ id, userCode }) => (
        <LinkRow
          href={`${tokenPath}/requests/${id}`}
          title={page.words.credentials.requestPages.phone.signTitle}
          detail={userCode}
          icon="shield"
        />
      ))}
      {phone.renewals.map(({ id, userCode }) => (
        <LinkRow href={`${tokenPath}/renew/${id}`} title={words.renewRow} detail={userCode} icon="clock" />
      ))}
    </Card>
  );
}

function Keys({ page, phone }: Pick<Props, "page" | "phone">) {
  const words = page.words.credentials.phone;
  return (
    <Card title={words.keys}>
      <ul class="plain-list">
        {phone.keys.map(({ userCode, notAfter, standing }) => (
          <li>
            <strong>{userCode}</strong>
            {" · "}
            {standing.kind === "expired"
              ? words.expired
              : standing.kind === "ending"
                ? words.ending(standing.daysLeft)
                : words.good(formatDay(bangkokDay(notAfter), page.language))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
