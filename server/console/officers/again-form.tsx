import { Button, ButtonGroup } from "../../http/page/button.tsx";
import { Field } from "../../http/page/field.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import { memberPath } from "./address.ts";
import type { MemberPageProps } from "./member-props.ts";

/** Sending an invitation again, to an address that can be put right. */
export function AgainForm({ page, seen: { member }, typed, requestKey, faults }: MemberPageProps) {
  const words = page.words.agencies.officers;
  return (
    <form class="card stack" method="post" action={`${memberPath(member.id)}/invitation`}>
      <input type="hidden" name={requestKeyField} value={requestKey} />
      <h2>{words.again}</h2>
      <p>{member.state === "revoked" ? words.againRevoked : words.againLead}</p>
      <Field
        name="email"
        label={words.email}
        value={typed.email}
        error={faults.find(({ field }) => field === "email")?.sentence}
        inputmode="email"
        maxlength={254}
        lang="en"
      />
      <ButtonGroup>
        <Button kind="secondary">{words.again}</Button>
      </ButtonGroup>
    </form>
  );
}
