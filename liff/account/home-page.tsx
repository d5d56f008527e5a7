import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts, LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { StatusTag } from "../../server/http/page/status-tag.tsx";
import type { AccountView } from "../../server/identity/actions/see-account.ts";
import type { Shape } from "../../server/words/shape.ts";
import { IdCheckStanding } from "../id-check/state.tsx";
import { Portrait } from "./picture-page.tsx";
import type { accountTh } from "../../server/words/account/th.ts";

/** What was just done, for the sentence on the page that follows. */
export type AccountDone = keyof Shape<typeof accountTh>["done"];

interface Props {
  readonly page: PageContext;
  readonly account: AccountView;
  readonly done: AccountDone | null;
  /** True in a browser without LINE: a password in place of the PIN. */
  readonly isWeb: boolean;
}

/** "บัญชีของฉัน": who I am, how far that is proven, and everything that can be changed. */
export function AccountPage({ page, account, done, isWeb }: Props) {
  const words = page.words.account;
  const { home } = words;
  const join = page.words.join.account;
  return (
    <Layout page={page} title={home.title} back="/liff/home">
      <h1>{home.title}</h1>
      {done ? <Banner tone="done" title={words.done[done]} live /> : null}
      {account.hasConsent ? null : <ConsentMissing page={page} />}
      <Card>
        {account.pictureId === null ? null : <Portrait page={page} pictureId={account.pictureId} />}
        <Facts rows={identityFacts(page, account)} />
        <LinkRow icon="picture" href="/liff/account/picture" title={words.picture.title} />
      </Card>
      <Rung page={page} account={account} />
      <Card title={home.privacy}>
        <div>
          <LinkRow
            icon="phone"
            href="/liff/account/channels"
            title={page.words.messages.choices.title}
            detail={page.words.messages.choices.detail}
          />
          <LinkRow icon="shield" href="/liff/account/consent" title={home.consent} />
          <LinkRow icon="people" href="/liff/companions" title={home.companions} />
          <LinkRow icon="person" href="/liff/account/looks" title={page.words.looks.title} />
          <LinkRow icon="shield" href="/liff/privacy" title={page.words.privacy.title} />
        </div>
      </Card>
      <Card title={home.safety}>
        <div>
          {isWeb ? null : <LinkRow icon="keyboard" href="/liff/account/pin" title={home.changePin} />}
          <LinkRow icon="shield" href="/liff/account/password" title={join.password} />
          <LinkRow icon="person" href="/liff/account/contact" title={join.contact} />
          <LinkRow icon="phone" href="/liff/account/phone" title={home.changePhone} />
          <LinkRow icon="history" href="/liff/account/devices" title={home.devices} />
        </div>
      </Card>
      <Look page={page} />
      <form method="post" action="/liff/sign-out">
        <Button kind="quiet">{home.signOut}</Button>
      </form>
    </Layout>
  );
}

function identityFacts(page: PageContext, account: AccountView) {
  const { home } = page.words.account;
  const number = (
    <>
      <span class="figures">{account.maskedCitizenId}</span>{" "}
      <a class="tap" href="/liff/account/number">
        {home.showNumber}
      </a>
    </>
  );
  return [
    [home.name, account.name ?? ""],
    [home.citizenId, number],
    [home.phone, <span class="figures">{account.maskedPhone ?? home.noPhone}</span>],
  ] as const;
}

function ConsentMissing({ page }: { page: PageContext }) {
  const { consent } = page.words.account;
  return (
    <>
      <Banner tone="waiting" title={consent.giveTitle}>
        {consent.giveLead}
      </Banner>
      <ButtonLink kind="primary" href="/liff/account/consent">
        {consent.giveTitle}
      </ButtonLink>
    </>
  );
}

/** How far they are proven; a check that waits or was sent back in place of how to begin one. */
function Rung({ page, account }: { page: PageContext; account: AccountView }) {
  const words = page.words.account;
  const { assurance, rung, check } = account;
  const isUnderWay = check === "waiting" || check === "sent_back";
  const at = words.rungNumber(rung.at, rung.of);
  return (
    <Card title={words.home.assurance}>
      <div>
        <StatusTag tone={assurance === "line" || assurance === "phone" ? "waiting" : "done"}>
          {words.rung[assurance]}
        </StatusTag>
      </div>
      <p>
        {at}
        <progress value={rung.at} max={rung.of} aria-label={at}></progress>
      </p>
      {isUnderWay ? (
        <>
          <IdCheckStanding page={page} check={check} />
          <LinkRow href="/liff/id-check" icon="picture" title={page.words.idCheck.title} />
        </>
      ) : (
        <p class="lead">{words.climb[assurance]}</p>
      )}
      <LinkRow href="/liff/assurance" icon="shield" title={page.words.idCheck.climb} />
    </Card>
  );
}

/** Language and text size, kept for pages and chat. */
function Look({ page }: { page: PageContext }) {
  const { home } = page.words.account;
  return (
    <Card title={home.look} id="look">
      <LookForm page={page} name="language" legend={home.language}>
        {[
          { value: "th", label: home.thai, isChosen: page.language === "th" },
          { value: "en", label: home.english, isChosen: page.language === "en" },
        ]}
      </LookForm>
      <LookForm page={page} name="largeText" legend={home.textSize}>
        {[
          { value: "0", label: home.normalText, isChosen: !page.largeText },
          { value: "1", label: home.largeText, isChosen: page.largeText },
        ]}
      </LookForm>
    </Card>
  );
}

interface LookChoice {
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}

function LookForm(props: {
  page: PageContext;
  name: string;
  legend: string;
  children: readonly LookChoice[];
}) {
  const { page, name, legend, children } = props;
  return (
    <form method="post" action="/liff/look">
      <input type="hidden" name="next" value={page.path} />
      <fieldset class="switch">
        <legend class="label">{legend}</legend>
        {children.map(({ value, label, isChosen }) => (
          <button type="submit" name={name} value={value} aria-pressed={isChosen ? "true" : "false"}>
            {label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
