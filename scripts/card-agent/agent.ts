import { randomInt, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { cards, type Card } from "./cards.ts";
import type { CardSigning } from "./signing.ts";

/** What happens on the desk; the control page and tests change it. */
export interface Desk {
  readers: number;
  /** Place in `cards` of the card that is in the first reader; null: none. */
  card: number | null;
  /** The agent's service is stopped: connections are cut. */
  stopped: boolean;
  /** Milliseconds before a reading answers. */
  slow: number;
  /** The card comes out while it is read. */
  pullsOut: boolean;
}

export interface AgentAnswer {
  readonly status: number;
  readonly body: unknown;
}

interface Claimed {
  readonly hcode: string;
  readonly claimType: string;
  readonly claimCode: string;
  readonly claimDateTime: string;
  readonly checkDate: string;
}

const claimTypes = [
  { claimType: "PG0060001", claimTypeName: "เข้ารับบริการรักษาทั่วไป (OPD/ IPD/ PP)" },
  { claimType: "PG0130001", claimTypeName: "บริการฟอกเลือดด้วยเครื่องไตเทียม (HD)" },
];
const hcode = "99001";

/**
 * The desk's card agent as hospital software meets it: readers, readings and the calls to the payer behind them, in
 * the shapes and with the errors of the real one. Keeps what it issued for as long as it runs.
 */
export class CardAgent {
  readonly desk: Desk = { readers: 1, card: 0, stopped: false, slow: 600, pullsOut: false };
  readonly #claimed = new Map<string, Claimed[]>();
  readonly #readings = new Set<string>();
  readonly #now: () => Date;
  /** Null: an agent that cannot sign, as every real one we know of. */
  readonly signing: CardSigning | null;

  constructor(now: () => Date, signing: CardSigning | null) {
    this.#now = now;
    this.signing = signing;
  }

  /** Answers one call; null: no such path. */
  async answer(
    method: string,
    path: string,
    query: URLSearchParams,
    body: unknown,
    origin: string,
  ): Promise<AgentAnswer | null> {
    const call = `${method} ${path}`;
    if (call === "GET /api/smartcard/terminals") return this.#terminals();
    if (call === "GET /api/smartcard/read") return this.#read(query, true);
    if (call === "GET /api/smartcard/read-card-only") return this.#read(query, false);
    if (call === "POST /api/smartcard/sign" && this.signing) return this.#sign(body, origin, this.signing);
    if (call === "POST /api/nhso-service/save-as-draft") return this.#save(body, false);
    if (call === "POST /api/nhso-service/confirm-save") return this.#save(body, true);
    const [, name, pid] =
      /^\/api\/(smartcard\/(?:probe|read)|nhso-service\/latest-(?:authen-code|5-authen-code-all-hospital))\/(\d{13})$/.exec(
        path,
      ) ?? [];
    if (method !== "GET" || name === undefined || pid === undefined) return null;
    if (name === "nhso-service/latest-authen-code")
      return { status: 200, body: this.#of(pid).at(-1) ?? null };
    if (name.startsWith("nhso-service")) return { status: 200, body: this.#of(pid).slice(-5).reverse() };
    const known = cards.find((card) => card.pid === pid);
    return known ? { status: 200, body: this.#rights(known) } : refused("ไม่พบข้อมูลผู้มีสิทธิ");
  }

  #terminals(): AgentAnswer {
    const { readers, card } = this.desk;
    const named = Array.from({ length: readers }, (_, at) => ({
      terminalName: `Pratu Synthetic Reader ${at}`,
      isPresent: at === 0 && card !== null,
    }));
    return { status: 200, body: named };
  }

  async #read(query: URLSearchParams, withRights: boolean): Promise<AgentAnswer> {
    const card = await this.#inserted();
    if ("status" in card) return card;
    const photo = query.get("readImageFlag") === "true";
    const image = photo
      ? { image: (await readFile(new URL("./face.jpg", import.meta.url))).toString("base64") }
      : {};
    return { status: 200, body: { ...(withRights ? this.#rights(card) : chipOf(card)), ...image } };
  }

  /** Behind the PIN: a right one signs, any other says how the card stands (403). */
  async #sign(body: unknown, origin: string, signing: CardSigning): Promise<AgentAnswer> {
    const { nonce = "", pin = "" } = textsOf(body);
    if (!/^\d{4}$/.test(pin)) return refused("รูปแบบ PIN ไม่ถูกต้อง");
    const card = await this.#inserted();
    if ("status" in card) return card;
    const signed = signing.sign(card, pin, origin, nonce);
    if (!signed.ok) return { status: 403, body: { status: 403, error: "Forbidden", pin: signed.pin } };
    const { certificate, signature } = signed;
    return { status: 200, body: { certificate, signature } };
  }

  /** The card in the reader, once it was looked for; or what is said when there is no reader or no card. */
  async #inserted(): Promise<Card | AgentAnswer> {
    const { readers, slow, pullsOut } = this.desk;
    if (readers === 0) return { status: 418, body: { status: 418, error: "I'm a teapot" } };
    await new Promise((resolve) => setTimeout(resolve, slow));
    const card = this.desk.card === null || pullsOut ? undefined : cards[this.desk.card];
    return card ?? { status: 500, body: { status: 500, error: "Internal Server Error" } };
  }

  #rights(card: Card) {
    const correlationId = randomUUID();
    this.#readings.add(correlationId);
    return {
      ...chipOf(card),
      mainInscl: card.mainInscl,
      subInscl: card.subInscl,
      transDate: this.#stamp(),
      checkDate: this.#stamp(),
      claimTypes,
      correlationId,
      hospMain: { hcode, hname: "โรงพยาบาลบ้านประตู" },
    };
  }

  #save(body: unknown, confirms: boolean): AgentAnswer {
    const { pid, claimType, mobile, correlationId } = textsOf(body);
    if (!/^\d{13}$/.test(pid ?? "")) return refused("รูปแบบเลขประจำตัวประชาชนไม่ถูกต้อง");
    if (!claimTypes.some((type) => type.claimType === claimType)) return refused("ไม่พบประเภทการเข้ารับบริการ");
    if (!/^0\d{9}$/.test(mobile ?? "")) return refused("รูปแบบเบอร์โทรศัพท์ไม่ถูกต้อง");
    if (!this.#readings.has(correlationId ?? "")) return refused("ไม่พบข้อมูลการอ่านบัตร");
    const createdDate = this.#stamp();
    const common = { pid, claimType, correlationId, createdDate };
    if (!confirms) return { status: 200, body: common };
    const before = this.#of(pid ?? "").some(
      (claim) =>
        claim.claimType === claimType && claim.claimDateTime.slice(0, 10) === createdDate.slice(0, 10),
    );
    if (before) return refused("วันนี้คุณขอ AuthenCode แล้ว");
    const claimCode = `PP${String(randomInt(10 ** 10)).padStart(10, "0")}`;
    this.#claimed.set(pid ?? "", [
      ...this.#of(pid ?? ""),
      { hcode, claimType: claimType ?? "", claimCode, claimDateTime: createdDate, checkDate: createdDate },
    ]);
    return { status: 200, body: { ...common, claimCode } };
  }

  #of(pid: string): Claimed[] {
    return this.#claimed.get(pid) ?? [];
  }

  /** Local time in Bangkok without a zone, as the agent writes it. */
  #stamp(): string {
    return new Date(this.#now().getTime() + 7 * 60 * 60_000).toISOString().slice(0, 19);
  }
}

function chipOf({ pid, titleName, fname, lname, nation, birthDate, sex }: Card) {
  return { pid, titleName, fname, lname, nation, birthDate, sex };
}

function textsOf(body: unknown): Readonly<Record<string, string | undefined>> {
  if (typeof body !== "object" || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** Bad requests, in the style of the agent's framework. */
function refused(defaultMessage: string): AgentAnswer {
  return { status: 400, body: { status: 400, error: "Bad Request", errors: [{ defaultMessage }] } };
}
