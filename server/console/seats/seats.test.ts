import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cookieGiven, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { drawnJpeg } from "../../../tests/support/drawn-picture.ts";
import { openTown, townWorld } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import {
  holdingOf,
  issuedSeats,
  liveHolder,
  namedHolder,
  openTreasury,
  staffOf,
  typedNaming,
  type TownSeats,
  type Treasury,
} from "../../../tests/support/seats.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import type { TypedNaming } from "../../credentials/naming.ts";

let world: TestWorld;
let all: postgres.Sql;
let treasury: Treasury;
let agencyId: string;
let head: StaffInside;
let registrar: StaffInside;
let seats: TownSeats;
let open: (cookie?: string) => TestBrowser;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  open = testApp(world);
  treasury = await openTreasury(world.ports);
  ({ agencyId } = await openTown(world.ports));
  seats = await issuedSeats(world.ports, treasury, agencyId);
  head = await cameIn(world.ports, open, agencyId, "seat_head");
  registrar = await cameIn(world.ports, open, treasury.agencyId, "token_registrar");
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

async function textOf(answer: Response): Promise<string> {
  return (await answer.text()).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

/** One page of the wizard, sent on. */
function send(typed: TypedNaming, at: string, what = "next", who = head.browser): Promise<Response> {
  return who.post("/console/seats/name", { ...typed, at, do: what });
}

/** The page a move leads to, with the draft that came along; `at`: another page of the same draft. */
function shownAt(moved: Response, at?: string): Promise<Response> {
  const to = new URL(moved.headers.get("location") ?? "", "http://localhost");
  if (at !== undefined) to.searchParams.set("at", at);
  const cookie = [head.cookie, cookieGiven(moved, "__Secure-naming")].join("; ");
  return head.browser.get(to.pathname + to.search, { cookie });
}

async function holdingsOf(seatId: string): Promise<number> {
  const [row] = await all`select count(*)::int as n from seat_holding where seat_id = ${seatId}`;
  return Number(row?.["n"]);
}

describe("the wizard of naming", () => {
  test("goes place, person, order, check; only the last names, and leads to the order", async () => {
    const typed = typedNaming(world.ports, seats.recorder.id, { firstName: "ปรีดา" });
    for (const [at, next] of [
      ["place", "ผู้ได้รับแต่งตั้ง"],
      ["person", "เริ่มตั้งแต่วันที่"],
      ["order", "ตรวจทานก่อนแต่งตั้ง"],
    ] as const) {
      const moved = await send(typed, at);
      expect(moved.status).toBe(303);
      expect(await textOf(await shownAt(moved))).toContain(next);
    }
    expect(await holdingsOf(seats.recorder.id)).toBe(0);
    const named = await send(typed, "check", "confirm");
    expect(named.headers.get("location")).toMatch(/^\/console\/seats\/orders\/[0-9a-f-]{36}\?named=link$/);
    const list = await textOf(await head.browser.get("/console/seats"));
    expect(list).toContain("ปรีดา ชูใจ");
    expect(list).toContain("รอลงทะเบียน");
  });

  test("keeps what was typed when a page comes back, and goes back without judging", async () => {
    const typed = typedNaming(world.ports, seats.approver1.id, { firstName: "สมศรี", citizenId: "123" });
    const wrong = await send(typed, "person");
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(html).toContain('value="สมศรี"');
    expect(html).toContain('name="number" value=');
    const back = await shownAt(await send(typed, "person", "back"));
    expect(await back.text()).toContain('name="firstName" value="สมศรี"');
  });

  test("every page has an address: going back shows what was typed, and the bar leads one page back", async () => {
    const typed = typedNaming(world.ports, seats.approver1.id, { firstName: "วีณา" });
    const moved = await send(typed, "person");
    const order = await (await shownAt(moved)).text();
    expect(order).toContain("/console/seats/name?at=person&amp;draft=");
    expect(await (await shownAt(moved, "person")).text()).toContain('name="firstName" value="วีณา"');
  });

  test("a draft is offered again to whoever left it, and to nobody else at that computer", async () => {
    const typed = typedNaming(world.ports, seats.approver1.id, { firstName: "วีณา" });
    const draft = cookieGiven(await send(typed, "person"), "__Secure-naming");
    const opened = (cookie: string) =>
      head.browser.get("/console/seats/name", { cookie: `${cookie}; ${draft}` });
    expect(await textOf(await opened(head.cookie))).toContain("ทำต่อจากที่ค้างไว้");
    const other = await cameIn(world.ports, open, agencyId, "seat_head");
    expect(await textOf(await opened(other.cookie))).not.toContain("ทำต่อจากที่ค้างไว้");
    expect(decodeURIComponent(draft)).not.toContain("วีณา");
  });

  test("the last look says whom the new one replaces, why, and that they go on until then", async () => {
    const town = await openTown(world.ports);
    const own = await cameIn(world.ports, open, town.agencyId, "seat_head");
    const its = await issuedSeats(world.ports, treasury, town.agencyId);
    const staff = await staffOf(world.ports, town.agencyId, "seat_head");
    await liveHolder(world.ports, staff, its.recorder.id, { firstName: "อรุณี" });
    const typed = typedNaming(world.ports, its.recorder.id, { reason: "transferred" });
    const moved = await send(typed, "order", "next", own.browser);
    const cookie = [own.cookie, cookieGiven(moved, "__Secure-naming")].join("; ");
    const check = await textOf(await own.browser.get(moved.headers.get("location") ?? "", { cookie }));
    expect(check).toContain("อรุณี ชูใจ พ้นจากสิทธินี้เพราะโอน/ย้าย ยังใช้งานได้จนกว่ารายใหม่ได้รับอนุมัติ");
  });

  test("refuses one person for both approvals after the person's page, with the rule quoted", async () => {
    const typed = typedNaming(world.ports, seats.approver1.id);
    expect((await send(typed, "check", "confirm")).status).toBe(303);
    const other = { ...typed, seatId: seats.approver2.id };
    for (const [at, what] of [
      ["person", "next"],
      ["check", "confirm"],
    ] as const) {
      const refused = await send(other, at, what);
      expect(refused.status).toBe(422);
      const text = await textOf(refused);
      expect(text).toContain("อนุมัติ 1 และอนุมัติ 2 เป็นบุคคลเดียวกันมิได้");
      expect(text).toContain("28 กุมภาพันธ์ 2567 ข้อ 2");
      expect(text).toContain(seats.approver1.code);
      expect(text).toContain("ยังไม่มีอะไรเปลี่ยน");
    }
    expect(await holdingsOf(seats.approver2.id)).toBe(0);
  });

  test("of another agency's seat says that it is not there", async () => {
    const elsewhere = await openTown(world.ports);
    const theirs = await issuedSeats(world.ports, treasury, elsewhere.agencyId);
    const refused = await send(typedNaming(world.ports, theirs.recorder.id), "check", "confirm");
    expect(refused.status).toBe(422);
    expect(await textOf(refused)).toContain("ไม่พบรหัสผู้ใช้งานนี้ในหน่วยงานของคุณ");
    expect(await holdingsOf(theirs.recorder.id)).toBe(0);
  });

  test("drafts the order as a PDF without naming anybody", async () => {
    const typed = typedNaming(world.ports, seats.approver2.id);
    const drafted = await head.browser.post("/console/seats/name/draft.pdf", { ...typed, at: "check" });
    expect(drafted.headers.get("content-type")).toBe("application/pdf");
    expect(new TextDecoder("latin1").decode(await drafted.arrayBuffer()).slice(0, 5)).toBe("%PDF-");
    expect(await holdingsOf(seats.approver2.id)).toBe(0);
  });

  test("names nobody once the head has lost the right", async () => {
    const lost = await cameIn(world.ports, open, agencyId, "seat_head");
    const typed = typedNaming(world.ports, seats.approver2.id);
    expect((await send(typed, "place", "next", lost.browser)).status).toBe(303);
    await all`update staff set state = 'ended', ended_at = now(), end_reason = 'left' where id = ${lost.staffId}`;
    const refused = await send(typed, "check", "confirm", lost.browser);
    expect(refused.status).not.toBe(303);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(await holdingsOf(seats.approver2.id)).toBe(0);
  });
});

describe("an order", () => {
  async function newOrder(): Promise<string> {
    const town = await openTown(world.ports);
    const theirs = await issuedSeats(world.ports, treasury, town.agencyId);
    const itsHead = await cameIn(world.ports, open, town.agencyId, "seat_head");
    orderHead = itsHead.browser;
    const named = await send(typedNaming(world.ports, theirs.recorder.id), "check", "confirm", orderHead);
    return (named.headers.get("location") ?? "").split("?")[0] ?? "";
  }
  let orderHead: TestBrowser;

  const formOf = (bytes: Uint8Array, name: string) => {
    const form = new FormData();
    form.set("file", new File([Uint8Array.from(bytes)], name));
    return form;
  };

  test("takes a signed file, which opens for head and central office", async () => {
    const path = await newOrder();
    const attached = await orderHead.postForm(`${path}/files`, formOf(await drawnJpeg(), "คำสั่ง.jpg"));
    expect(attached.headers.get("location")).toBe(`${path}?done=attached`);
    const page = await (await orderHead.get(path)).text();
    const file = /href="(\/console\/seats\/orders\/[^"]+\/files\/[^"]+)"/.exec(page)?.[1] ?? "";
    for (const [browser, at] of [
      [orderHead, file],
      [registrar.browser, file.replace("/seats/", "/tokens/")],
    ] as const) {
      const opened = await browser.get(at);
      expect(opened.headers.get("content-type")).toBe("image/jpeg");
      expect(new Uint8Array(await opened.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0xff, 0xd8]));
    }
    expect((await head.browser.get(file)).status).toBe(404);
  });

  test("refuses a file of eleven megabytes, one that is no document whatever its name, and none", async () => {
    const path = await newOrder();
    const heavy = await orderHead.postForm(`${path}/files`, formOf(new Uint8Array(11_000_000), "คำสั่ง.pdf"));
    expect(heavy.status).toBe(422);
    expect(await textOf(heavy)).toContain("ไฟล์ใหญ่เกิน 10 MB");
    const script = new TextEncoder().encode("<script>alert(1)</script>");
    const fake = await orderHead.postForm(`${path}/files`, formOf(script, "คำสั่ง.pdf"));
    expect(fake.status).toBe(422);
    expect(await textOf(fake)).toContain("ไม่ใช่รูป JPG, PNG หรือเอกสาร PDF");
    const none = await orderHead.postForm(`${path}/files`, new FormData());
    expect(await textOf(none)).toContain("เลือกไฟล์ก่อน");
    expect(await textOf(await orderHead.get(path))).toContain("ยังไม่ได้แนบ");
  });

  test("is a paper to print and sign", async () => {
    const path = await newOrder();
    const paper = await orderHead.get(`${path}/order.pdf`);
    expect(paper.headers.get("content-type")).toBe("application/pdf");
  });
});

describe("ending a time in a seat", () => {
  test("asks why and when, and says that the seat waits for the next", async () => {
    const town = await openTown(world.ports);
    const theirs = await issuedSeats(world.ports, treasury, town.agencyId);
    const actor = await staffOf(world.ports, town.agencyId, "seat_head");
    const live = await liveHolder(world.ports, actor, theirs.approver1.id);
    const { browser } = await cameIn(world.ports, open, town.agencyId, "seat_head");
    const path = `/console/seats/holdings/${live.id}/end`;
    expect(await textOf(await browser.get(path))).toContain("ยังไม่ได้แต่งตั้งผู้ถือสิทธิรายใหม่");
    const wrong = await browser.post(path, { reason: "", when: "now" });
    expect(wrong.status).toBe(422);
    const ended = await browser.post(path, { reason: "resigned", when: "now" });
    expect(ended.headers.get("location")).toBe(`/console/seats/${theirs.approver1.id}?told=ended`);
    expect((await holdingOf(world.ports, live.id)).endReason).toBe("resigned");
    expect(await textOf(await browser.get("/console/seats"))).toContain("รอผู้ถือสิทธิรายใหม่");
    const again = await browser.post(path, { reason: "resigned", when: "now" });
    expect(again.headers.get("location")).toBe(`/console/seats/${theirs.approver1.id}?told=gone`);
  });
});

test("the head finds every order again, from the list of seats on; without any the page says how one comes about", async () => {
  const town = await openTown(world.ports);
  const theirs = await issuedSeats(world.ports, treasury, town.agencyId);
  const actor = await staffOf(world.ports, town.agencyId, "seat_head");
  const { browser } = await cameIn(world.ports, open, town.agencyId, "seat_head");
  expect(await textOf(await browser.get("/console/seats/orders"))).toContain("ยังไม่มีคำสั่ง");
  const named = await namedHolder(world.ports, actor, theirs.recorder.id);
  expect(await (await browser.get("/console/seats")).text()).toContain('href="/console/seats/orders"');
  const listed = await (await browser.get("/console/seats/orders")).text();
  expect(listed).toContain(`href="/console/seats/orders/${named.orderId ?? ""}"`);
});

test("an agency without codes is told who issues them", async () => {
  const { agencyId: empty } = await openTown(world.ports);
  const { browser } = await cameIn(world.ports, open, empty, "seat_head");
  expect(await textOf(await browser.get("/console/seats"))).toContain("หน่วยงานยังไม่มีรหัสผู้ใช้งาน");
});
