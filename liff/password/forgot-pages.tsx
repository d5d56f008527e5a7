import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { PasswordCard } from "../join/contact-fields.tsx";

interface Props {
  readonly page: PageContext;
  readonly query: string;
}

/** "ลืมรหัสผ่าน": the registered e-mail, and "ถัดไป". */
export function ForgotPage({ page, query, email, refused }: Props & { email: string; refused?: string }) {
  const words = page.words.join.forgot;
  return (
    <Layout page={page} title={words.title} wrong={refused !== undefined} back={`/liff/password${query}`}>
      <ErrorSummary page={page} items={refused ? [{ field: "email", sentence: refused }] : []} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="stack" method="post" action={`/liff/forgot${query}`} novalidate>
        <Field
          name="email"
          label={words.email}
          error={refused}
          value={email}
          inputmode="email"
          autocomplete="email"
          maxlength={254}
          lang="en"
        />
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
      <p>{words.noMail}</p>
    </Layout>
  );
}

/** Always the same answer, whatever was typed. */
export function SentPage({ page, query }: Props) {
  const words = page.words.join.forgot;
  return (
    <Layout page={page} title={words.sentTitle}>
      <h1>{words.sentTitle}</h1>
      <p>{words.sent}</p>
      <p>
        <strong>{words.junk}</strong>
      </p>
      <p>{words.noMail}</p>
      <ButtonLink kind="primary" href={`/liff/password${query}`}>
        {words.toSignIn}
      </ButtonLink>
    </Layout>
  );
}

/** "เปลี่ยนรหัสผ่าน": the page a link from a mail opens. */
export function NewPasswordPage(props: { page: PageContext; token: string; refused?: string }) {
  const { page, token, refused } = props;
  const words = page.words.join.reset;
  const sentences = refused ? [{ at: "password", field: "password", sentence: refused }] : [];
  return (
    <Layout page={page} title={words.title} wrong={refused !== undefined}>
      <ErrorSummary page={page} items={sentences} />
      <h1>{words.title}</h1>
      <form class="stack" method="post" action={`/liff/new-password/${token}`} novalidate>
        <PasswordCard page={page} sentences={sentences} label={words.password} />
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
    </Layout>
  );
}

/** "ดำเนินการสำเร็จ". */
export function ResetDonePage({ page }: { page: PageContext }) {
  const { reset, forgot } = page.words.join;
  return (
    <Layout page={page} title={reset.doneTitle}>
      <h1>{reset.doneTitle}</h1>
      <Banner tone="done" title={reset.done} live />
      <ButtonLink kind="primary" href="/liff/password">
        {forgot.toSignIn}
      </ButtonLink>
    </Layout>
  );
}

/** The link was used, or its time is over: what to do instead. */
export function DeadLinkPage({ page }: { page: PageContext }) {
  const words = page.words.join.reset;
  return (
    <Layout page={page} title={words.deadTitle}>
      <h1>{words.deadTitle}</h1>
      <p>{words.dead}</p>
      <ButtonLink kind="primary" href="/liff/forgot">
        {words.deadNext}
      </ButtonLink>
    </Layout>
  );
}
