import type { StaffSession } from "../http/env.ts";
import { Button } from "../http/page/button.tsx";
import type { PageContext } from "../http/page/context.ts";
import { Icon } from "../http/page/icon.tsx";
import { menuGroups, menuOf, type MenuKey } from "./menu.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly current: MenuKey | null;
}

/**
 * The menu of what this account may do: beside the page where there is room, folded above it where there is not. Both
 * stand in the page and one is shown, so that it folds without a script.
 */
export function MenuNav(props: Props) {
  const { page, current } = props;
  const words = page.words.console;
  return (
    <>
      <nav class="menu menu-beside" aria-label={words.menuLabel}>
        <MenuParts {...props} />
      </nav>
      <nav class="menu menu-above" aria-label={words.menuLabel}>
        <details>
          <summary>
            <Icon name="menu" />
            <span>{words.menuLabel}</span>
            {current === null ? null : <span class="menu-here">{words.menu[current]}</span>}
          </summary>
          <MenuParts {...props} />
        </details>
      </nav>
    </>
  );
}

function MenuParts({ page, staff, current }: Props) {
  const words = page.words.console;
  const entries = menuOf(staff.level);
  const groups = menuGroups
    .map((group) => ({ group, inside: entries.filter((entry) => entry.group === group) }))
    .filter(({ inside }) => inside.length > 0);
  return (
    <>
      {groups.map(({ group, inside }) => (
        <>
          {groups.length > 1 ? <p class="menu-group">{words.menuGroup[group]}</p> : null}
          <ul>
            {inside.map(({ key, href }) => (
              <li>
                <a href={href} {...(key === current ? { "aria-current": "page" as const } : {})}>
                  {words.menu[key]}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
      <p class="menu-who">
        {staff.name === null ? null : <strong>{staff.name}</strong>}
        <span>{words.level[staff.level]}</span>
      </p>
      <form class="sign-out" method="post" action="/console/sign-out">
        <Button kind="quiet">{page.words.agencies.signIn.signOut}</Button>
      </form>
    </>
  );
}
