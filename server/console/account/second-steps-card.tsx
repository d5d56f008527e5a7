import type { OwnAccount, OwnPasskey } from "../../agencies/own-account.ts";
import { authenticatorStep, secondStepsOf } from "../../agencies/second-step.ts";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Card } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Table } from "../../http/page/table.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";

interface Props {
  readonly page: PageContext;
  readonly account: OwnAccount;
}

/** The second steps of an account: the authenticator and the passkeys. The last one offers no way to end it. */
export function SecondStepsCard({ page, account }: Props) {
  const words = page.words.agencies.account;
  const maySpare = secondStepsOf(account) > 1;
  return (
    <Card title={words.secondSteps}>
      <p class="lead">{words.secondLead}</p>
      <Authenticator page={page} since={account.authenticatorSince} maySpare={maySpare} />
      <Passkeys page={page} passkeys={account.passkeys} maySpare={maySpare} />
    </Card>
  );
}

interface Spareable {
  readonly page: PageContext;
  readonly maySpare: boolean;
}

function Authenticator({ page, since, maySpare }: Spareable & { readonly since: Date | null }) {
  const words = page.words.agencies.account;
  return (
    <>
      <h3>{words.authenticator}</h3>
      <p>{since ? words.authenticatorSince(formatMoment(since, page.language)) : words.authenticatorNone}</p>
      <ButtonGroup>
        <ButtonLink href="/console/account/authenticator">
          {since ? words.replaceAuthenticator : words.addAuthenticator}
        </ButtonLink>
        {since && maySpare ? (
          <ButtonLink kind="quiet" href={removePath(authenticatorStep)}>
            {words.removeAuthenticator}
          </ButtonLink>
        ) : null}
      </ButtonGroup>
    </>
  );
}

function Passkeys({ page, passkeys, maySpare }: Spareable & { readonly passkeys: readonly OwnPasskey[] }) {
  const words = page.words.agencies.account;
  return (
    <>
      <h3>{words.passkeys}</h3>
      <p>{words.passkeysLead}</p>
      {passkeys.length === 0 ? (
        <p class="hint">{words.passkeysNone}</p>
      ) : (
        <Table
          caption={words.passkeysHeld}
          rows={passkeys}
          columns={[
            { title: words.passkeyName, cell: ({ name }) => name },
            { title: words.made, cell: ({ madeAt }) => formatMoment(madeAt, page.language) },
            {
              title: words.lastUsed,
              cell: ({ lastUsedAt }) => (lastUsedAt ? formatMoment(lastUsedAt, page.language) : words.never),
            },
            {
              title: words.actions,
              cell: ({ credentialId, name }) =>
                maySpare ? (
                  <a href={removePath(credentialId)}>
                    {words.remove} <span class="visually-hidden">{name}</span>
                  </a>
                ) : null,
            },
          ]}
        />
      )}
      <ButtonGroup>
        <ButtonLink href="/console/account/passkeys/add">{words.addPasskey}</ButtonLink>
      </ButtonGroup>
    </>
  );
}

/** Where one is asked whether a second step is to end. */
export function removePath(step: string): string {
  return `/console/account/second-steps/${step}/remove`;
}
