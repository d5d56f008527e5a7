import { parseCitizenId } from "../../server/kernel/citizen-id.ts";
import { parsePersonName } from "../../server/kernel/person-name.ts";
import { refuse } from "../../server/kernel/result.ts";
import type { Proofing } from "../../server/ports.ts";

/** เป๋าตัง of a test, at nobody's network: whoever is on the phone is told beforehand. */
export interface TestProofing extends Proofing {
  /** Who the next code stands for. */
  person: { readonly pid: string; readonly name: string };
}

/** Makes one; its address carries the state back, any code is good once, an error is told as เป๋าตัง tells it. */
export function testProofing(): TestProofing {
  const made: TestProofing = {
    person: { pid: "", name: "" },
    available: true,
    authorizeUrl: ({ state, redirectUri }) =>
      Promise.resolve({
        ok: true,
        value: `https://bank.example/auth?${new URLSearchParams({ state, redirectUri }).toString()}`,
      }),
    exchange: () => {
      const [first = "", last = ""] = made.person.name.split(" ");
      const [pid, firstName, lastName] = [
        parseCitizenId(made.person.pid),
        parsePersonName(first),
        parsePersonName(last),
      ];
      if (!pid.ok) return Promise.resolve(refuse({ kind: "proof_invalid" }));
      return Promise.resolve({
        ok: true,
        value: {
          pid: pid.value,
          firstName: firstName.ok ? firstName.value : null,
          lastName: lastName.ok ? lastName.value : null,
        },
      });
    },
    refusalOf: (error) => ({
      kind:
        error === "access_denied"
          ? "proof_denied"
          : error === "identity_pending"
            ? "proof_pending"
            : "proof_invalid",
    }),
  };
  return made;
}
