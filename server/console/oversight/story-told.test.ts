import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { townWorld } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { seatSomebody, type Seated } from "../../../tests/support/seated.ts";
import { staffOf } from "../../../tests/support/seats.ts";
import { listStory } from "../../credentials/actions/see-seat-story.ts";
import type { SeatEvent, SeatStoryLine } from "../../credentials/oversight.ts";
import type { Staff } from "../../kernel/actor.ts";
import { wordsIn } from "../../words/words.ts";
import { sayDetail } from "./story-cells.ts";

let world: TestWorld;
let all: postgres.Sql;
let seated: Seated;
let auditor: Staff;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
});
beforeEach(async () => {
  seated = await seatSomebody(world);
  auditor = await staffOf(world.ports, seated.agencyId, "internal_auditor");
});
afterAll(async () => {
  await all.end();
  await world.close();
});

/** What happened to the seat of the test, as its auditor takes it in a file. */
async function story(): Promise<readonly SeatStoryLine[]> {
  const lines: SeatStoryLine[] = [];
  for await (const line of listStory(world.ports, auditor, seated.seatId)) lines.push(line);
  return lines;
}

test("the story tells why a key ended, that the head signed a request and who, and the system somebody signed in at", async () => {
  const { ports } = world;
  const head = await staffOf(ports, seated.agencyId, "seat_head");
  await all`insert into openid_client (id, name_th, name_en, auth, keys, redirect_uris, post_logout_uris, rights, made_at)
    values ('treasury-portal', 'ระบบรายงานคลังท้องถิ่น', 'Treasury portal', 'none', '[]', '[]', '[]', '[]', now())
    on conflict do nothing`;
  await all`insert into sign_in_challenge (id, agency_id, issuer_id, seat_id, holding_id, soft_token_id, session_id, purpose,
      relying_party, nonce, picture, choices, digits, state, made_at, expires_at, ended_at)
    select gen_random_uuid(), ${seated.agencyId}, issuer_id, ${seated.seatId}, ${seated.holdingId}, ${seated.softTokenId},
      gen_random_uuid(), 'sign_in', party, '\\x00', 'boat', '{boat,bell,fish}', '42', 'used', now(), now(), ${ports.clock.now()}
    from seat, unnest(array['treasury-portal', 'console']) party where id = ${seated.seatId}`;
  await all`insert into token_request (id, agency_id, issuer_id, seat_id, holding_id, "case", requester, state, data_key,
      sealed, petition_id, sent_at, signed_hash, requester_signed, requester_id, request_key)
    select gen_random_uuid(), ${seated.agencyId}, issuer_id, ${seated.seatId}, ${seated.holdingId}, 'phone_changed',
      'holder', 'sent', '', '', gen_random_uuid(), now(), '', 'password', ${seated.holdingId}, 'k'
    from seat where id = ${seated.seatId}`;
  await all`update token_request set head_signed = 'second_step', head_id = ${head.staffId},
    head_signed_at = ${ports.clock.now()} where holding_id = ${seated.holdingId}`;
  await all`update soft_token set state = 'ended', end_reason = 'phone_changed', ended_at = ${ports.clock.now()}
    where id = ${seated.softTokenId}`;
  const lines = await story();
  const of = (event: SeatEvent) => lines.filter((line) => line.event === event);
  const said = (event: SeatEvent, language: "th" | "en") =>
    of(event)
      .map((line) => sayDetail(wordsIn(language), line, language))
      .toSorted();
  expect(said("key_ended", "th")).toEqual(["เปลี่ยนโทรศัพท์"]);
  expect(said("sign_in_signed", "th")).toEqual(["ระบบประตู", "ระบบรายงานคลังท้องถิ่น"]);
  expect(said("sign_in_signed", "en")).toEqual(["Pratu", "Treasury portal"]);
  expect(of("request_signed")).toMatchObject([
    { detail: "phone_changed", by: expect.stringMatching(/\S+ \S+/) as string },
  ]);
});
