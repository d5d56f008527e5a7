import type { Child } from "hono/jsx";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { Layout } from "../../http/page/layout.tsx";
import { PasswordField } from "../../http/page/secret-field.tsx";

interface DoorProps {
  readonly page: PageContext;
  readonly title: string;
  /** Why what was posted was not taken; undefined: nothing was. */
  readonly refused?: string | undefined;
  /** The field the refusal is about; none: the whole page. */
  readonly field?: string;
  readonly scripts?: readonly string[];
  /** Attributes for scripts to read, on the body. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  readonly children?: Child;
}

/** A page before the console opens: one column in the middle, no menu. */
export function DoorPage({ page, title, refused, field, scripts = [], data = {}, children }: DoorProps) {
  const item = refused === undefined ? [] : [{ sentence: refused, ...(field ? { field } : {}) }];
  return (
    <Layout
      page={page}
      title={title}
      kind="console"
      wrong={refused !== undefined}
      scripts={scripts}
      data={data}
    >
      <div class="door stack">
        <ErrorSummary page={page} items={item} />
        {children}
      </div>
    </Layout>
  );
}

interface SignInProps {
  readonly page: PageContext;
  readonly username: string;
  readonly refused?: string | undefined;
  readonly told?: "signed_out" | "password_set" | null;
  /** This machine was signed out by a sign-in at another. */
  readonly putOut?: boolean;
  /** Cards of a trusted authority may sign in (F1.7). */
  readonly byCard: boolean;
}

/** User name and password, and the way for who lost it. */
export function SignInPage({ page, username, refused, told = null, putOut = false, byCard }: SignInProps) {
  const words = page.words.agencies.signIn;
  return (
    <DoorPage
      page={page}
      title={words.title}
      refused={refused}
      field="username"
      scripts={["leave-codes.js", "keep-typed.js"]}
      data={{ "data-left": page.words.codes.left }}
    >
      <p id="left" class="said refused" role="status" hidden></p>
      {putOut ? <Banner tone="waiting" title={page.words.agencies.account.elsewhereThere} live /> : null}
      {told === "signed_out" ? <Banner tone="done" title={words.signedOut} live /> : null}
      {told === "password_set" ? <Banner tone="done" title={words.passwordSet} live /> : null}
      <form class="card stack" method="post" action="/console/sign-in" novalidate>
        <h1>{words.title}</h1>
        <Field
          name="username"
          label={words.username}
          value={username}
          autocomplete="username"
          maxlength={80}
          lang="en"
          autofocus={refused === undefined && username === ""}
        />
        <PasswordField
          page={page}
          name="password"
          label={words.password}
          autocomplete="current-password"
          autofocus={refused === undefined && username !== ""}
        />
        <ButtonGroup>
          <Button>{words.yes}</Button>
        </ButtonGroup>
      </form>
      {byCard ? <ButtonLink href="/console/sign-in/card">{words.cardLink}</ButtonLink> : null}
      <p>
        <a href="/console/lost-password">{words.lostLink}</a>
      </p>
    </DoorPage>
  );
}

interface LostProps {
  readonly page: PageContext;
  readonly email: string;
  readonly refused?: string | undefined;
  readonly sent?: boolean;
}

/** The address a new password is asked for; what is answered is the same whether it is known or not. */
export function LostPasswordPage({ page, email, refused, sent = false }: LostProps) {
  const { lost } = page.words.agencies.signIn;
  if (sent) {
    return (
      <DoorPage page={page} title={lost.title}>
        <h1>{lost.title}</h1>
        <Banner tone="done" title={lost.sentTitle} live>
          {lost.sentBody}
        </Banner>
        <ButtonLink href="/console/sign-in">{lost.back}</ButtonLink>
      </DoorPage>
    );
  }
  return (
    <DoorPage page={page} title={lost.title} refused={refused} field="email">
      <form class="card stack" method="post" action="/console/lost-password" novalidate>
        <h1>{lost.title}</h1>
        <p class="lead">{lost.lead}</p>
        <Field
          name="email"
          label={lost.email}
          error={refused}
          value={email}
          autocomplete="email"
          maxlength={300}
          lang="en"
          autofocus={refused === undefined}
        />
        <ButtonGroup>
          <Button>{lost.yes}</Button>
          <ButtonLink href="/console/sign-in">{lost.back}</ButtonLink>
        </ButtonGroup>
      </form>
    </DoorPage>
  );
}
