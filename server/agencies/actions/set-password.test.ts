import { afterAll, beforeAll, expect, test } from "vitest";
import { openFacility } from "../../../tests/support/facilities.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { goodPassword, invited, personFields } from "../../../tests/support/staff.ts";
import { inviteStaff } from "./invite-staff.ts";
import { seeStaffLink, setPassword } from "./set-password.ts";

const gate = { kind: "gate" } as const;
const administrator = { kind: "system", job: "test" } as const;
let world: TestWorld;

beforeAll(async () => {
  world = await testWorld({ pinHash: lightPinHash });
});
afterAll(() => world.close());

test("an invitation that went to a wrong address is worth nothing once the person is invited anew", async () => {
  const agencyId = await openFacility(world.ports);
  const wrong = await invited(world.ports, agencyId);
  const tokenOf = (path: string) => path.split("/").at(-1) ?? "";
  const old = { token: tokenOf(wrong.path), password: goodPassword };
  expect((await seeStaffLink(world.ports, gate, old.token)).ok).toBe(true);
  world.clock.pass(1);
  const person = { ...wrong.person, email: personFields().email };
  const again = await granted(inviteStaff(world.ports, administrator, { agencyId, level: "clerk", person }));
  expect(again.staffId).toBe(wrong.staffId);
  expect(await refusal(seeStaffLink(world.ports, gate, old.token))).toEqual({ kind: "link_dead" });
  expect(await refusal(setPassword(world.ports, gate, old))).toEqual({ kind: "link_dead" });
  await granted(setPassword(world.ports, gate, { ...old, token: tokenOf(again.path) }));
});
