import type { OwnAccount, OwnSession } from "../../agencies/own-account.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonLink } from "../../http/page/button.tsx";
import { Card, Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { Table } from "../../http/page/table.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import type { Words } from "../../words/words.ts";
import { ConsoleLayout } from "../layout.tsx";
import { SecondStepsCard } from "./second-steps-card.tsx";

export type AccountDone = keyof Words["agencies"]["account"]["done"];

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly account: OwnAccount;
  readonly done: AccountDone | null;
  /** Why what was asked was not done. */
  readonly refused?: string | undefined;
}

/** One's own account: who, the machines one is signed in on, password and second steps. */
export function AccountPage({ page, staff, account, done, refused }: Props) {
  const words = page.words.agencies.account;
  return (
    <ConsoleLayout page={page} staff={staff} current="account" title={words.title}>
      {done ? <Banner tone="done" title={words.done[done]} live /> : null}
      {refused ? <Banner tone="refused" title={refused} live /> : null}
      <h1>{words.title}</h1>
      <Who page={page} staff={staff} account={account} />
      <Sessions page={page} sessions={account.sessions} here={staff.id} />
      <SecondStepsCard page={page} account={account} />
      <Card title={words.password}>
        <p class="lead">{words.passwordLead}</p>
        <div>
          <ButtonLink href="/console/account/password">{words.changePassword}</ButtonLink>
        </div>
      </Card>
    </ConsoleLayout>
  );
}

function Who({ page, staff, account }: Pick<Props, "page" | "staff" | "account">) {
  const words = page.words.agencies.account;
  const last = account.lastSignInAt;
  return (
    <Card>
      <Facts
        rows={[
          [words.name, account.name],
          [words.agency, nameIn(staff.agency, page.language)],
          [words.level, page.words.console.level[account.level]],
          [words.username, <span lang="en">{account.username}</span>],
          [words.email, <span lang="en">{account.maskedEmail}</span>],
          [words.lastSignIn, last ? formatMoment(last, page.language) : words.never],
        ]}
      />
    </Card>
  );
}

interface SessionsProps {
  readonly page: PageContext;
  readonly sessions: readonly OwnSession[];
  /** The session in hand. */
  readonly here: string;
}

function Sessions({ page, sessions, here }: SessionsProps) {
  const words = page.words.agencies.account;
  const others = sessions.filter(({ id }) => id !== here);
  return (
    <section class="stack">
      <Table
        caption={words.sessions}
        rows={sessions}
        columns={[
          { title: words.device, cell: ({ device }) => <span lang="en">{device}</span> },
          { title: words.since, cell: ({ signedInAt }) => formatMoment(signedInAt, page.language) },
          { title: words.lastUsed, cell: ({ lastUsedAt }) => formatMoment(lastUsedAt, page.language) },
          {
            title: words.actions,
            cell: ({ id, device }) =>
              id === here ? (
                <StatusTag tone="done">{words.here}</StatusTag>
              ) : (
                <form method="post" action={`/console/account/sessions/${id}/end`}>
                  <Button kind="secondary">
                    {words.end} <span class="visually-hidden">{device}</span>
                  </Button>
                </form>
              ),
          },
        ]}
      />
      {others.length === 0 ? (
        <p class="hint">{words.onlyThis}</p>
      ) : (
        <form method="post" action="/console/account/sessions/end-others">
          <Button kind="danger">{words.endOthers}</Button>
        </form>
      )}
    </section>
  );
}

/** For a session that came by a link: there is no account behind it. */
export function NoAccountPage({ page, staff }: Pick<Props, "page" | "staff">) {
  const words = page.words.agencies.account;
  return (
    <ConsoleLayout page={page} staff={staff} current="account" title={words.title}>
      <h1>{words.title}</h1>
      <Banner tone="info" title={words.noAccount}>
        {words.noAccountNext}
      </Banner>
    </ConsoleLayout>
  );
}
