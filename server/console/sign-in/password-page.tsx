import type { LinkSeen } from "../../agencies/actions/set-password.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { PasswordField } from "../../http/page/secret-field.tsx";
import { DoorPage } from "./sign-in-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly link: LinkSeen;
  readonly token: string;
  readonly refused?: string | undefined;
}

/** The page a link from a mail opens: the user name it is for, and one field. */
export function SetPasswordPage({ page, link, token, refused }: Props) {
  const { set } = page.words.agencies.signIn;
  const title = link.purpose === "set_password" ? set.title : set.resetTitle;
  return (
    <DoorPage page={page} title={title} refused={refused} field="password">
      <form class="card stack" method="post" action={`/console/set-password/${token}`} novalidate>
        <h1>{title}</h1>
        <Facts rows={[[set.username, <span lang="en">{link.username}</span>]]} />
        <input type="hidden" name="username" value={link.username} autocomplete="username" />
        <PasswordField
          page={page}
          name="password"
          label={set.password}
          hint={set.hint}
          error={refused}
          autocomplete="new-password"
          autofocus={refused === undefined}
        />
        <ButtonGroup>
          <Button>{set.yes}</Button>
        </ButtonGroup>
      </form>
    </DoorPage>
  );
}

/** The link was used, or its time is over: what to do instead. */
export function DeadLinkPage({ page }: { page: PageContext }) {
  const { set } = page.words.agencies.signIn;
  return (
    <DoorPage page={page} title={set.title}>
      <h1>{set.title}</h1>
      <Banner tone="refused" title={set.deadTitle}>
        {set.deadBody}
      </Banner>
      <ButtonLink kind="primary" href="/console/lost-password">
        {set.deadNext}
      </ButtonLink>
    </DoorPage>
  );
}
