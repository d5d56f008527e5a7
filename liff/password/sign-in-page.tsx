import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { PasswordField } from "../../server/http/page/secret-field.tsx";

interface Props {
  readonly page: PageContext;
  readonly query: string;
  readonly refusals: readonly SummaryItem[];
}

const errorAt = (refusals: readonly SummaryItem[], name: string) =>
  refusals.find(({ field }) => field === name)?.sentence;

/** "เข้าสู่ระบบ": number, e-mail or phone, and password; in LINE it links the two, in a browser LINE is offered too (E2). */
export function SignInPage(props: Props & { readonly login: string; readonly inLine: boolean }) {
  const { page, query, refusals, login, inLine } = props;
  const words = page.words.join.signIn;
  return (
    <Layout page={page} title={words.title} wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.title}</h1>
      {inLine ? <p class="lead">{words.inLine}</p> : null}
      <form class="stack" method="post" action={`/liff/password${query}`} novalidate>
        <Field
          name="login"
          label={words.login}
          error={errorAt(refusals, "login")}
          value={login}
          autocomplete="username"
          maxlength={254}
        />
        <PasswordField
          page={page}
          name="password"
          label={words.password}
          error={errorAt(refusals, "password")}
          autocomplete="current-password"
        />
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
      <ButtonLink kind="quiet" href={`/liff/forgot${query}`}>
        {words.forgot}
      </ButtonLink>
      <ButtonLink kind="quiet" href={inLine ? `/liff/register${query}` : `/liff/join${query}`}>
        {words.join}
      </ButtonLink>
      {inLine ? null : (
        <ButtonLink kind="line" href={`/liff/browser${query}`}>
          {words.withLine}
        </ButtonLink>
      )}
    </Layout>
  );
}

/** The password again, of somebody whose session idled: who it is need not be said anew. */
export function PasswordAgainPage({ page, query, refusals }: Props) {
  const words = page.words.join.signIn;
  return (
    <Layout page={page} title={words.again} wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <form class="stack" method="post" action={`/liff/password${query}`} novalidate>
        <PasswordField
          page={page}
          name="password"
          label={words.again}
          hint={words.againLead}
          error={errorAt(refusals, "password")}
          autocomplete="current-password"
          heading
          autofocus={refusals.length === 0}
        />
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
      <ButtonLink kind="quiet" href={`/liff/forgot${query}`}>
        {words.forgot}
      </ButtonLink>
      <form method="post" action="/liff/sign-out">
        <Button kind="quiet">{words.other}</Button>
      </form>
    </Layout>
  );
}
