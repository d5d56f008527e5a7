import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { XMLParser } from "fast-xml-parser";
import type { CardClaim, LogFields } from "../ports.ts";
import { dopaCardRegistry } from "./card-registry-dopa.ts";

const servers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of servers.splice(0)) await close();
});

const claim: CardClaim = {
  citizenId: "1101700000011",
  firstName: "มานะ",
  lastName: "ใจดี",
  birthDateBe: "25120300",
  laserCode: "ME0123456789",
};

interface Asked {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A registry on this machine; `answer` decides what it says. */
async function registry(answer: (response: ServerResponse) => void, timeoutMs = 400) {
  const asked: Asked[] = [];
  const said: { event: string; fields: LogFields | undefined }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      asked.push({ headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  const log = {
    info: () => {},
    warn: (event: string, fields?: LogFields) => void said.push({ event, fields }),
    error: () => {},
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/checkcardstatus/checkcardservice.asmx`;
  return { asked, said, url, ask: (given = claim) => dopaCardRegistry({ url, timeoutMs, log }).check(given) };
}

const soap = "http://schemas.xmlsoap.org/soap/envelope/";
/** An answer as the service writes it, with the white space it has been seen to put around values. */
const result = (isError: string, code: string, desc: string, ns = soap) =>
  `<?xml version="1.0" encoding="utf-8"?>
  <soap:Envelope xmlns:soap="${ns}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soap:Body>
    <CheckCardByLaserResponse xmlns="http://tempuri.org/"><CheckCardByLaserResult>
      <IsError>
        ${isError}
      </IsError><ErrorMessage/><Code>${code}</Code><Desc>${desc}</Desc>
    </CheckCardByLaserResult></CheckCardByLaserResponse></soap:Body></soap:Envelope>`;
const xml =
  (body: string, status = 200) =>
  (response: ServerResponse) =>
    void response.writeHead(status, { "content-type": "text/xml; charset=utf-8" }).end(body);

test.each([
  ["false", "0", "สถานะปกติ", "normal"],
  ["true", "4", "สถานะไม่ปกติ =&gt; ไม่พบเลข Laser จาก PID นี้", "mismatch"],
  ["true", "4", "สถานะไม่ปกติ =&gt; ข้อมูลไม่ตรง", "mismatch"],
  ["true", "2", "สถานะไม่ปกติ", "mismatch"],
  ["true", "5", "ข้อมูลที่ใช้ในการตรวจสอบไม่ครบ", "incomplete"],
  ["true", "0", "", "unavailable"],
  ["true", "99", "", "unavailable"],
  ["false", "", "", "unavailable"],
])("IsError %s with code %s (%s) is %s", async (isError, code, desc, answer) => {
  const { ask } = await registry(xml(result(isError, code, desc)));
  expect(await ask()).toBe(answer);
});

test("an envelope of SOAP 1.2 is read alike", async () => {
  const { ask } = await registry(
    xml(result("false", "0", "สถานะปกติ", "http://www.w3.org/2003/05/soap-envelope")),
  );
  expect(await ask()).toBe("normal");
});

test("the claim goes as the service documents it, its characters made harmless", async () => {
  const { ask, asked } = await registry(xml(result("false", "0", "")));
  await ask({ ...claim, lastName: "ใจ<ดี>&]]>\u0000" });
  const [{ headers, body } = { headers: {}, body: "" }] = asked;
  expect(headers["content-type"]).toBe("text/xml; charset=utf-8");
  expect(headers["soapaction"]).toBe('"http://tempuri.org/CheckCardByLaser"');
  const read = new XMLParser({ parseTagValue: false }).parse(body) as Record<string, unknown>;
  expect(read).toMatchObject({
    "soap:Envelope": {
      "soap:Body": {
        CheckCardByLaser: {
          PID: "1101700000011",
          FirstName: "มานะ",
          LastName: "ใจ<ดี>&]]>",
          BirthDay: "25120300",
          Laser: "ME0123456789",
        },
      },
    },
  });
});

const bomb = `<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? "" : at - 1};`.repeat(10)}">`,
).join("")}]>${result("false", "0", "&a8;").replace(/<\?xml.*?\?>/, "")}`;
const reader = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY code SYSTEM "file:///etc/hostname">]>${result(
  "false",
  "&code;",
  "",
).replace(/<\?xml.*?\?>/, "")}`;
const faultBody = `<soap:Envelope xmlns:soap="${soap}"><soap:Body><soap:Fault/></soap:Body></soap:Envelope>`;

test.each([
  ["a page instead of an envelope", xml("<!DOCTYPE html><html><body>Service Unavailable</body></html>")],
  ["a fault", xml(faultBody, 500)],
  ["a fault under status 200", xml(faultBody)],
  [
    "another service's answer",
    xml(result("false", "0", "").replaceAll("CheckCardByLaser", "CheckCardByCID")),
  ],
  ["an envelope cut off", xml(result("false", "0", "").slice(0, -4))],
  ["nothing", xml("")],
  ["JSON", xml('{"IsError":false,"Code":0}')],
  ["an entity bomb", xml(bomb)],
  ["an entity that reads a file", xml(reader)],
  ["more than an answer has", xml(result("false", "0", " ".repeat(20_000)))],
  ["a redirect", (response: ServerResponse) => void response.writeHead(302, { location: "/other" }).end()],
  ["a connection that is cut", (response: ServerResponse) => void response.destroy()],
  ["no answer in time", () => {}],
  [
    "an answer that drips",
    (response: ServerResponse) => {
      response.writeHead(200, { "content-type": "text/xml" });
      const timer = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(timer));
    },
  ],
])("%s is unavailable, and the log tells nothing of whom was asked about", async (_, answer) => {
  const { ask, said, asked } = await registry(answer);
  expect(await ask()).toBe("unavailable");
  expect(asked).toHaveLength(1);
  expect(said.map(({ event }) => event)).toEqual(["card_registry.unavailable"]);
  const logged = JSON.stringify(said);
  for (const secret of Object.values(claim)) expect(logged).not.toContain(secret);
});

test("a registry that is not there is unavailable", async () => {
  const { ask } = await registry(xml(""));
  for (const close of servers.splice(0)) await close();
  expect(await ask()).toBe("unavailable");
});
