import { Secret, TOTP } from "otpauth";
import { usernameFor } from "../../server/agencies/username.ts";
import { consoleTh } from "../../server/words/console/th.ts";
import type { DemoStaff } from "../simulator/options.ts";
import { readKeptStaff } from "./kept-staff.ts";
import { demoPeople, type DemoPerson } from "./staff-people.ts";

/** Who one can be in the console, with what their hands would hold: the password, and the authenticator's code of now. */
export async function shownStaff(
  dataFolder: string,
  workplaceName: (person: DemoPerson) => string,
  now: Date,
): Promise<readonly DemoStaff[]> {
  const kept = await readKeptStaff(dataFolder);
  return demoPeople.flatMap((each) => {
    const username = usernameFor(each.person.email, 1);
    const entry = kept[username];
    if (!entry?.totp) return [];
    const totp = new TOTP({ secret: Secret.fromBase32(entry.totp) });
    const timestamp = now.getTime();
    return [
      {
        username,
        name: `${each.person.firstName} ${each.person.lastName}`,
        level: consoleTh.level[each.level],
        workplace: workplaceName(each),
        password: entry.password,
        code: totp.generate({ timestamp }),
        codeUntil: timestamp + totp.remaining({ timestamp }),
      },
    ];
  });
}
