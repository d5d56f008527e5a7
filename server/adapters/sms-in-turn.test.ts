import { expect, test } from "vitest";
import type { Sms, SmsAnswer } from "../ports.ts";
import { smsInTurn } from "./sms-in-turn.ts";

const refused = (message: string) => ({ kind: "refused", message }) as const;

function gateways(...answers: readonly SmsAnswer[]) {
  const asked: number[] = [];
  const all = answers.map((answer, index): Sms => ({
    available: true,
    send: () => {
      asked.push(index);
      return Promise.resolve(answer);
    },
  }));
  return { asked, sms: smsInTurn(all) };
}

test.each([
  ["the first takes it", [{ kind: "sent" }, { kind: "sent" }], { kind: "sent" }, [0]],
  ["the first is down", [{ kind: "later" }, { kind: "sent" }], { kind: "sent" }, [0, 1]],
  ["the first has no credit", [refused("no credit"), { kind: "sent" }], { kind: "sent" }, [0, 1]],
  ["the first may have taken it", [{ kind: "unknown" }, { kind: "sent" }], { kind: "unknown" }, [0]],
  ["both are down", [{ kind: "later" }, { kind: "later" }], { kind: "later" }, [0, 1]],
  ["one refuses, one is down", [refused("no credit"), { kind: "later" }], { kind: "later" }, [0, 1]],
  ["both refuse", [refused("bad number"), refused("107")], refused("bad number"), [0, 1]],
] as const)("when %s", async (_, answers, expected, asked) => {
  const bench = gateways(...answers);
  expect(await bench.sms.send("+66812345678", "รหัส 123456")).toEqual(expected);
  expect(bench.asked).toEqual(asked);
});

test("without a gateway nothing is sent, and it says so", async () => {
  const none = smsInTurn([]);
  expect(none.available).toBe(false);
  expect(await none.send("+66812345678", "x")).toEqual(refused("no gateway"));
});
