import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { buildClient } from "../../scripts/build-client.ts";
import { openBrowser } from "../support/browser.ts";

const address = "http://form.localhost/";
const form = `<!doctype html><script type="module" src="/SCRIPT"></script>
  <form method="post" action="/sent"><button name="way" value="a">Send</button></form>`;

let browser: Browser;
let page: Page;
let script: string;
/** A script of the build, or a part that it loads, by its name. */
const scriptNamed = (name: string) => readFile(join("dist/public/assets", name), "utf8");
let posts: string[];

beforeAll(async () => {
  browser = await openBrowser();
  const manifest = await buildClient();
  script = basename(manifest["page.js"] ?? "");
});
afterAll(() => browser.close());

beforeEach(async () => {
  posts = [];
  page = await browser.newPage();
  await page.clock.install();
  await page.route("**/*", async (route) => {
    const request = route.request();
    const name = basename(new URL(request.url()).pathname);
    if (name.endsWith(".js"))
      return route.fulfill({ contentType: "text/javascript", body: await scriptNamed(name) });
    const body = form.replace("SCRIPT", script);
    if (request.method() !== "POST") return route.fulfill({ contentType: "text/html", body });
    posts.push(request.postData() ?? "");
    return route.fulfill({ status: 204 }); // stays on the page, as while an answer is on its way
  });
  await page.goto(address);
  await page.waitForLoadState("load");
});

const tap = () => page.getByRole("button").click({ noWaitAfter: true });

test("a second tap while a form is on its way sends nothing; the first keeps its button", async () => {
  await tap();
  await expect.poll(() => posts).toEqual(["way=a"]);
  await tap();
  await page.clock.runFor(9_000);
  await tap();
  expect(await sendsNoMore()).toEqual(["way=a"]);
});

test("a form that got no answer for ten seconds can be sent again", async () => {
  await tap();
  await expect.poll(() => posts.length).toBe(1);
  await page.clock.runFor(10_000);
  await tap();
  await expect.poll(() => posts.length).toBe(2);
});

/** What was sent, once a request made after it has come through. */
async function sendsNoMore(): Promise<readonly string[]> {
  await page.evaluate(() => fetch("/after").then((answer) => answer.text()));
  return posts;
}
