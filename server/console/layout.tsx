import type { Child } from "hono/jsx";
import type { StaffSession } from "../http/env.ts";
import { Button } from "../http/page/button.tsx";
import { Layout, type LayoutProps } from "../http/page/layout.tsx";
import { nameIn } from "../visits/names.ts";
import { menuOf, type MenuKey } from "./menu.ts";

interface Props extends Omit<LayoutProps, "kind" | "agency" | "look"> {
  readonly staff: StaffSession;
  /** The place in the menu this page belongs to; null: none. */
  readonly current: MenuKey | null;
  readonly children?: Child;
}

/** A page of the console: the menu of what this account may do beside it, and who is signed in. */
export function ConsoleLayout({ staff, current, children, ...props }: Props) {
  const { page } = props;
  const words = page.words.console;
  return (
    <Layout
      {...props}
      kind="console"
      agency={nameIn(staff.agency, page.language)}
      aside={
        <nav class="menu" aria-label={words.menuLabel}>
          <ul>
            {menuOf(staff.level).map(({ key, href }) => (
              <li>
                <a href={href} {...(key === current ? { "aria-current": "page" as const } : {})}>
                  {words.menu[key]}
                </a>
              </li>
            ))}
          </ul>
          <p class="menu-who">{words.level[staff.level]}</p>
          <form class="sign-out" method="post" action="/console/sign-out">
            <Button kind="quiet">{page.words.agencies.signIn.signOut}</Button>
          </form>
        </nav>
      }
    >
      {children}
    </Layout>
  );
}
