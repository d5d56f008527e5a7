// A hospital's own system in one file: asks for a code, is told of it by a signed webhook, closes it when the service was
// given. Node 20, no packages. The endpoint of the webhook leads to PORT of this machine; see README.md beside this file.
//   PRATU_URL=… PRATU_KEY=… PRATU_WEBHOOK_SECRET=… PORT=8080 node client.mjs 1101600000018 มานี ใจดี 0812345678 PG0060001
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const { PRATU_URL, PRATU_KEY, PRATU_WEBHOOK_SECRET, PORT } = process.env;
const [citizenId, firstName, lastName, mobile, service] = process.argv.slice(2);

// One Idempotency-Key for every try of a request: whatever was lost on the way, it is done once.
async function post(path, body) {
  const headers = {
    authorization: `Bearer ${PRATU_KEY}`,
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
  };
  for (let tries = 1; ; tries += 1) {
    const request = { method: "POST", headers, body: JSON.stringify(body ?? {}) };
    const answer = await fetch(`${PRATU_URL}/api/v1${path}`, request).catch((fault) => fault);
    if (answer.ok) return answer.json();
    const again = answer instanceof Error || answer.status >= 500 || answer.headers.has("retry-after");
    if (!again || tries === 5) throw answer instanceof Error ? answer : new Error(await answer.text());
    const seconds = Number(answer.headers?.get("retry-after") ?? 2 ** tries);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

// True when one of the signatures is by our secret, over exactly these bytes, not five minutes ago.
function isGenuine(headers, body) {
  const [id, at, signatures] = ["id", "timestamp", "signature"].map((name) => headers[`webhook-${name}`]);
  if (!signatures || Math.abs(Date.now() / 1000 - Number(at)) > 300) return false;
  const key = Buffer.from(PRATU_WEBHOOK_SECRET.replace("whsec_", ""), "base64");
  const right = Buffer.from(createHmac("sha256", key).update(`${id}.${at}.`).update(body).digest("base64"));
  return signatures.split(" ").some((each) => {
    const given = Buffer.from(each.replace("v1,", ""));
    return given.length === right.length && timingSafeEqual(given, right);
  });
}

const seen = new Set(); // kept in your database: a message may come again under the same id
const server = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray());
  if (!isGenuine(request.headers, body)) return response.writeHead(401).end();
  response.writeHead(204).end();
  if (seen.has(request.headers["webhook-id"])) return;
  seen.add(request.headers["webhook-id"]);
  const { type, data } = JSON.parse(body);
  console.log(`told: ${type} ${data.code}`);
  if (type === "service_code.issued")
    console.log(`closed: ${(await post(`/codes/${data.code}/close`)).closingCode}`);
  if (type === "service_code.closed") server.close();
}).listen(Number(PORT));

const proof = { kind: "seen" }; // a person compared face and card; { kind: "card", correlationId } after a card was read
const visit = { citizenId, firstName, lastName, mobile, services: [service], proof };
for (const { code } of (await post("/visits", visit)).codes) console.log(`issued: ${code}`);
