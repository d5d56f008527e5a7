import { expect, test } from "vitest";
import { befriend, refusalOf, startBench } from "../test-bench.ts";
import { problemsOf } from "./check.ts";
import { message, pushRequest } from "./message.ts";

/** The problems of one message, as `path: message`. */
function said(value: unknown): string[] {
  return problemsOf(message, value).map((problem) => `${problem.path.join(".")}: ${problem.message}`);
}

const text = (value: string) => ({ type: "text", text: value });
const replies = (label: string, count = 1) => ({
  items: Array.from({ length: count }, () => ({
    type: "action",
    action: { type: "message", label, text: "x" },
  })),
});

test("takes plain messages of every kind", () => {
  expect(said({ ...text("สวัสดี"), quickReply: replies("เมนู", 13) })).toEqual([]);
  expect(said({ type: "sticker", packageId: "446", stickerId: "1988" })).toEqual([]);
  expect(said({ type: "location", title: "ก", address: "ข", latitude: 13.7, longitude: 100.5 })).toEqual([]);
  expect(
    said({ type: "image", originalContentUrl: "https://a.th/1", previewImageUrl: "https://a.th/2" }),
  ).toEqual([]);
});

test("refuses an unknown kind, an unknown property and what is missing", () => {
  expect(said({ type: "poem", text: "x" })).toEqual([expect.stringMatching(/^type: Must be one of/)]);
  expect(said({ ...text("x"), tone: "kind" })).toEqual(["tone: unknown field"]);
  expect(said({ type: "flex", contents: bubble({ body: box([]) }) })).toEqual(["altText: must be specified"]);
});

test("counts text in UTF-16 units: 5000 pass, 5001 do not, and neither does none", () => {
  expect(said(text("ก".repeat(5000)))).toEqual([]);
  expect(said(text("😀".repeat(2501)))).toEqual(["text: Length must be between 0 and 5000"]);
  expect(said(text(""))).toEqual(["text: May not be empty"]);
});

test("counts labels in grapheme clusters, so Thai marks are free", () => {
  const twenty = "ที่".repeat(20);
  expect(twenty.length).toBe(60);
  expect(said({ ...text("x"), quickReply: replies(twenty) })).toEqual([]);
  expect(said({ ...text("x"), quickReply: replies(`${twenty}ก`) })).toEqual([
    "quickReply.items.0.action.label: Length must be between 0 and 20",
  ]);
});

test("refuses fourteen quick replies and a menu switch among them", () => {
  expect(said({ ...text("x"), quickReply: replies("ก", 14) })).toEqual([
    "quickReply.items: Size must be between 1 and 13",
  ]);
  const action = { type: "richmenuswitch", label: "ก", data: "d", richMenuAliasId: "a" };
  expect(said({ ...text("x"), quickReply: { items: [{ type: "action", action }] } })).toHaveLength(1);
});

test("refuses an address no phone may open", () => {
  for (const uri of [
    "javascript:alert(1)",
    "data:text/html,x",
    "/liff/home",
    "ftp://a.th/x",
    "https://a.th/ถนน",
  ]) {
    expect(said(flex({ body: box([button({ type: "uri", label: "ก", uri })]) }))).toHaveLength(1);
  }
  for (const uri of ["https://a.th/%E0%B8%81", "tel:021112222", "line://ti/p/x", "http://a.th/"]) {
    expect(said(flex({ body: box([button({ type: "uri", label: "ก", uri })]) }))).toEqual([]);
  }
});

test("counts postback data in UTF-16 units and what it shows in graphemes", () => {
  const tap = (data: string, displayText: string) =>
    flex({ body: box([button({ type: "postback", label: "ก", data, displayText })]) });
  expect(said(tap("x".repeat(300), "ที่".repeat(300)))).toEqual([]);
  expect(said(tap("x".repeat(301), "ที่".repeat(301)))).toHaveLength(2);
});

test("takes one to five messages", () => {
  const push = (count: number) => ({ to: "U", messages: Array.from({ length: count }, () => text("x")) });
  expect([0, 1, 5, 6].map((count) => problemsOf(pushRequest, push(count)).length)).toEqual([1, 0, 0, 1]);
});

test("takes a full bubble, and a carousel of twelve but not of thirteen", () => {
  const full = bubble({
    hero: {
      type: "image",
      url: "https://a.th/i.png",
      size: "full",
      aspectRatio: "20:13",
      aspectMode: "cover",
    },
    body: box([
      { type: "text", contents: [{ type: "span", text: "ก", weight: "bold" }], wrap: true, scaling: true },
      { type: "separator", margin: "md" },
      { type: "filler" },
      {
        type: "box",
        layout: "baseline",
        contents: [
          { type: "icon", url: "https://a.th/i.png" },
          { type: "text", text: "x" },
        ],
      },
    ]),
    styles: { body: { backgroundColor: "#FFFFFF" } },
  });
  const carousel = (count: number) => ({
    type: "flex",
    altText: "x",
    contents: { type: "carousel", contents: Array.from({ length: count }, () => full) },
  });
  expect(said({ type: "flex", altText: "x", contents: full })).toEqual([]);
  expect(said(carousel(12))).toEqual([]);
  expect(said(carousel(13))).toEqual(["contents.contents: Size must be between 1 and 12"]);
});

test("refuses what stands where it may not in a bubble", () => {
  const wrong: readonly unknown[] = [
    bubble({}),
    bubble({ body: box([{ type: "text", text: "" }]) }),
    bubble({ body: box([{ type: "text" }]) }),
    bubble({ body: box([{ type: "icon", url: "https://a.th/i.png" }]) }),
    bubble({ body: { type: "box", layout: "baseline", contents: [{ type: "separator" }] } }),
    bubble({ body: { type: "box", layout: "diagonal", contents: [] } }),
    bubble({ body: box([{ type: "text", text: "x", color: "teal" }]) }),
    bubble({ body: box([{ type: "text", text: "x", size: "huge" }]) }),
    bubble({ body: box([{ type: "image", url: "http://a.th/i.png" }]) }),
    bubble({ body: box([{ type: "button", action: { type: "uri", uri: "https://a.th" } }]) }),
    bubble({ body: box([{ type: "spacer" }]) }),
    bubble({ body: box([{ type: "text", text: "x", onclick: "x" }]) }),
  ];
  for (const contents of wrong)
    expect(said({ type: "flex", altText: "x", contents }), JSON.stringify(contents)).toHaveLength(1);
});

test("refuses a bubble of more than 30 KB", () => {
  const long = Array.from({ length: 16 }, () => ({ type: "text", text: "ก".repeat(700) }));
  expect(said(flex({ body: box(long) }))).toEqual(["contents: too large: a bubble is at most 30 KB"]);
});

test("the wire says which message of a push is wrong, and where in it", async () => {
  const bench = await startBench();
  const to = await befriend(bench);
  const contents = bubble({ body: box([{ type: "text", text: "x", shade: "dark" }]) });
  const flexMessage = { type: "flex", altText: "x", contents } as never;
  const refused = await refusalOf(
    bench.bot.pushMessage({ to, messages: [{ type: "text", text: "x" }, flexMessage] }),
  );
  expect([refused.status, refused.body]).toEqual([
    400,
    {
      message: "A message (messages[1]) in the request body is invalid",
      details: [{ message: "unknown field", property: "/body/contents/0/shade" }],
    },
  ]);
  const empty = await refusalOf(bench.bot.pushMessage({ to, messages: [{ type: "text", text: "" }] }));
  expect(empty.body).toEqual({
    message: "The request body has 1 error(s)",
    details: [{ message: "May not be empty", property: "messages[0].text" }],
  });
  const checked = await refusalOf(bench.bot.validateReply({ messages: [{ type: "text", text: "" }] }));
  expect(checked.status).toBe(400);
  await bench.bot.validatePush({ messages: [{ type: "text", text: "ดี" }] });
  expect(bench.simulator.chat("phone1")).toHaveLength(0);
});

function bubble(blocks: Record<string, unknown>) {
  return { type: "bubble", ...blocks };
}
function flex(blocks: Record<string, unknown>) {
  return { type: "flex", altText: "x", contents: bubble(blocks) };
}
function box(contents: readonly unknown[]) {
  return { type: "box", layout: "vertical", contents };
}
function button(action: unknown) {
  return { type: "button", style: "primary", action };
}
