import { completeCitizenId } from "../../server/kernel/citizen-id.ts";

/** What a chip tells, in the words of the agent. */
export interface Card {
  readonly pid: string;
  /** A code, not a word: 003 is Mr, 004 is Miss, 005 is Mrs. */
  readonly titleName: string;
  readonly fname: string;
  readonly lname: string;
  readonly nation: string;
  /** yyyyMMdd of the Buddhist era, 00 for what the card does not know. */
  readonly birthDate: string;
  readonly sex: string;
  readonly mainInscl: string;
  readonly subInscl: string;
  /** The 4-digit PIN its owner asked for at a registration office; null: never asked. */
  readonly pin: string | null;
}

const ucs = "(UCS) สิทธิหลักประกันสุขภาพแห่งชาติ";

/** Synthetic people: right checksums, numbers that were given to nobody, names of no one. */
export const cards: readonly Card[] = [
  {
    pid: completeCitizenId("199990000001"),
    titleName: "003",
    fname: "สมชาย",
    lname: "ใจดี",
    nation: "099",
    birthDate: "25080320",
    sex: "ชาย",
    mainInscl: ucs,
    subInscl: "(89) ช่วงอายุ 12-59 ปี",
    pin: null,
  },
  {
    pid: completeCitizenId("199990000002"),
    titleName: "005",
    fname: "มะลิ",
    lname: "ร่มเย็น",
    nation: "099",
    birthDate: "24980000",
    sex: "หญิง",
    mainInscl: ucs,
    subInscl: "(77) ผู้สูงอายุ",
    pin: null,
  },
  {
    pid: completeCitizenId("099990000003"),
    titleName: "004",
    fname: "นาโอ",
    lname: "แสงดาว",
    nation: "999",
    birthDate: "25480320",
    sex: "หญิง",
    mainInscl: "(STP) บุคคลที่มีปัญหาสถานะและสิทธิ",
    subInscl: "",
    pin: null,
  },
  clerk("199990000104", "004", "มานี", "ชูใจ", "หญิง", "2468"),
  clerk("199990000105", "003", "ปิติ", "สุขสม", "ชาย", "1357"),
];

/** The card of somebody who works at the demo's hospital, with a PIN to sign in by. */
function clerk(
  first12: string,
  titleName: string,
  fname: string,
  lname: string,
  sex: string,
  pin: string,
): Card {
  const rights = { mainInscl: ucs, subInscl: "(89) ช่วงอายุ 12-59 ปี" };
  const pid = completeCitizenId(first12);
  return { pid, titleName, fname, lname, nation: "099", birthDate: "25330701", sex, ...rights, pin };
}
