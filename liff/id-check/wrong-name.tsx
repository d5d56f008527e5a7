import { Card, Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import type { OwnIdCheck } from "../../server/identity/own-id-check.ts";
import { dialled } from "../../server/kernel/phone.ts";
import { nameIn } from "../../server/visits/names.ts";
import { nextQuery } from "../next.ts";

interface Props {
  readonly page: PageContext;
  readonly own: OwnIdCheck;
  readonly next: string | undefined;
}

/** An officer found another name on the card: which one is registered, and what to do whichever of the two is wrong. */
export function WrongName({ page, own, next }: Props) {
  const { wrongName: words, agencies } = page.words.idCheck;
  if (own.differingName === null) return null;
  const { addressTh, phone } = own.agency;
  const name = nameIn(own.agency, page.language);
  return (
    <Card title={words.title}>
      <Facts
        rows={[
          [words.registered, own.differingName],
          [words.ifRight, words.takeAgain],
          [words.ifWrong, words.byThaId],
          [
            words.contact,
            <>
              {`${name} ${addressTh}`.trim()}{" "}
              {phone === "" ? null : (
                <a class="tap" href={`tel:${dialled(phone)}`}>
                  {phone}
                </a>
              )}
            </>,
          ],
        ]}
      />
      <p>
        <a href={`/liff/assurance${nextQuery(next)}`}>{agencies.other}</a>
      </p>
    </Card>
  );
}
