import type { TurnedPage } from "../../kernel/keyset.ts";
import { turnNames, type TurnNames } from "./turn.ts";
import { Button, ButtonLink } from "./button.tsx";
import type { PageContext } from "./context.ts";

/**
 * "ก่อนหน้า" and "ถัดไป" of a list that goes by key, with the way back to its beginning; nothing where the list stands on
 * one page. `href` makes the address of a page out of where it lies, filters and order in it.
 */
export function PageTurns<Place>(props: {
  readonly page: PageContext;
  readonly turned: Pick<TurnedPage<unknown, Place>, "previous" | "next">;
  readonly isFirst: boolean;
  readonly placeText: (place: Place) => string;
  readonly href: (at: Readonly<Record<string, string>>) => string;
}) {
  const { page, turned, isFirst, placeText, href } = props;
  const words = page.words.page;
  const { previous, next } = turned;
  if (previous === null && next === null && isFirst) return null;
  return (
    <nav class="buttons" aria-label={words.pages}>
      {previous === null ? null : (
        <ButtonLink href={href({ [turnNames.before]: placeText(previous) })}>{words.previousPage}</ButtonLink>
      )}
      {next === null ? null : (
        <ButtonLink href={href({ [turnNames.after]: placeText(next) })}>{words.nextPage}</ButtonLink>
      )}
      {isFirst ? null : (
        <ButtonLink kind="quiet" href={href({})}>
          {words.firstPage}
        </ButtonLink>
      )}
    </nav>
  );
}

/** The same for a list whose address must not say whose it is: turned by posting what was asked (`kept`) again. */
export function PostedPageTurns<Place>(props: {
  readonly page: PageContext;
  readonly turned: Pick<TurnedPage<unknown, Place>, "previous" | "next">;
  readonly placeText: (place: Place) => string;
  readonly action: string;
  readonly kept: Readonly<Record<string, string>>;
  readonly names: TurnNames;
  /** Which list of the page is turned. */
  readonly label: string;
}) {
  const { page, turned, placeText, action, kept, names, label } = props;
  const words = page.words.page;
  const { previous, next } = turned;
  if (previous === null && next === null) return null;
  return (
    <form class="buttons" method="post" action={action} aria-label={`${words.pages}: ${label}`}>
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {previous === null ? null : (
        <Button kind="secondary" name={names.before} value={placeText(previous)}>
          {words.previousPage}
        </Button>
      )}
      {next === null ? null : (
        <Button kind="secondary" name={names.after} value={placeText(next)}>
          {words.nextPage}
        </Button>
      )}
    </form>
  );
}
