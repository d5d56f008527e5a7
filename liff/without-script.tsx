import { dialled } from "../server/kernel/phone.ts";
import { ButtonGroup, ButtonLink } from "../server/http/page/button.tsx";
import type { PageContext } from "../server/http/page/context.ts";

const seatSignIn = "/seat/sign-in";

/** Why nothing opens where scripts are off, and the ways that need none: of a Soft Token by user code, and the telephone. */
export function WithoutScript({ page }: { readonly page: PageContext }) {
  const words = page.words.signIn.noScript;
  const isToken = page.path.startsWith("/liff/token");
  const next = page.path.startsWith("/liff/token/lost") ? "?next=%2Fseat%2Flost" : "";
  const phone = page.help?.phone ?? "";
  return (
    <noscript>
      <p>{words.why}</p>
      {isToken ? (
        <>
          <p>{words.seat}</p>
          <ButtonGroup>
            <ButtonLink kind="primary" href={`${seatSignIn}${next}`}>
              {words.seatOpen}
            </ButtonLink>
          </ButtonGroup>
          {phone === "" ? null : (
            <p>
              {words.call} <a href={`tel:${dialled(phone)}`}>{phone}</a>
            </p>
          )}
        </>
      ) : null}
    </noscript>
  );
}
