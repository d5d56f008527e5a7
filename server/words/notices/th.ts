/** What notices say in chat and by SMS, in Thai. */
export const noticesTh = {
  buttons: {
    openCode: "เปิดรหัสพร้อม QR",
    openAccount: "เปิดบัญชีของฉัน",
    openCompanions: "ดูบุคคลอื่น",
    answer: "ดูและตอบ",
    recover: "ตั้งรหัสผ่าน 6 หลักใหม่",
    resume: "ทำต่อ",
    scan: "สแกน QR ขอรหัส",
  },
  labels: {
    service: "บริการ",
    until: "ใช้ได้ถึง",
    issued: "เวลาที่ขอ",
    forPerson: "สำหรับ",
    lastDay: "ถึงวันที่",
  },
  statuses: {
    issued: "พร้อมใช้",
    used: "ใช้แล้ว",
    closed: "รับบริการแล้ว",
    cancelled: "ยกเลิกแล้ว",
    expired: "หมดอายุ",
  },
  code: {
    title: "รหัสเข้ารับบริการ",
    told: (code: string, facility: string, service: string, until: string) =>
      `รหัสเข้ารับบริการ ${code} ${facility} ${service} ใช้ได้ถึง ${until}`,
    toldStatus: (code: string, status: string, facility: string, service: string) =>
      `รหัส ${code} ${status} ${facility} ${service}`,
    forPerson: (whom: string) => `สำหรับ ${whom}`,
    cancelledTitle: "ยกเลิกรหัสแล้ว",
    cancelledBody: (code: string, facility: string) =>
      `รหัส ${code} ของ ${facility} ใช้ไม่ได้แล้ว ขอรหัสใหม่ได้เมื่อต้องการ`,
    cancelledThereTitle: "หน่วยบริการยกเลิกรหัสแล้ว",
    cancelledThereBody: (code: string, facility: string, reason: string) =>
      `${facility} ยกเลิกรหัส ${code} เหตุผล: “${reason}”`,
    cancelledThereNext: "ถ้าไม่ถูกต้อง สอบถามหน่วยบริการ หรือขอรหัสใหม่โดยสแกน QR",
  },
  codeWanted: {
    title: (facility: string) => `${facility} ยังไม่มีรหัสของคุณวันนี้`,
    body: (service: string) => `สำหรับ ${service} ถ้ายังอยู่ที่หน่วยบริการ สแกน QR ที่เคาน์เตอร์เพื่อขอรหัส`,
  },
  registered: {
    title: "ลงทะเบียนสำเร็จ",
    body: "บัญชีพร้อมใช้ เมื่อถึงหน่วยบริการ กดปุ่มแล้วสแกน QR ที่เคาน์เตอร์",
  },
  linkMoved: {
    title: "บัญชีย้ายไป LINE เครื่องอื่นแล้ว",
    body: "LINE นี้จึงใช้บัญชีเดิมไม่ได้ ถ้าไม่ใช่คุณที่ทำ กรุณาแจ้งเจ้าหน้าที่ทันที",
  },
  consentWithdrawn: {
    title: "ถอนความยินยอมแล้ว",
    body: "จากนี้จะไม่ออกรหัสให้ กลับมาได้ทุกเมื่อโดยให้ความยินยอมใหม่ที่บัญชีของฉัน",
  },
  petitionAnswered: { title: "เจ้าหน้าที่ส่งข้อความถึงคุณ" },
  emailUnreachable: {
    title: "ส่งอีเมลถึงคุณไม่ได้",
    body: "อีเมลที่ลงทะเบียนไว้ไม่รับจดหมาย กรุณาแก้อีเมลในบัญชีของฉัน ระหว่างนี้เราจะแจ้งทาง LINE",
  },
  lookAnswered: {
    title: "หน่วยงานตอบเรื่องที่คุณแจ้งแล้ว",
    body: "อ่านคำตอบได้ที่ “ใครดูข้อมูลของฉัน” ในบัญชีของฉัน",
  },
  pinChanged: {
    title: "เปลี่ยนรหัสผ่าน 6 หลักแล้ว",
    body: "ถ้าไม่ใช่คุณที่ทำ กรุณาตั้งรหัสผ่าน 6 หลักใหม่ทันที",
  },
  pinDisabled: {
    title: "ปิดรหัสผ่าน 6 หลักไว้เพื่อความปลอดภัย",
    body: "มีการกรอกผิด 10 ครั้งติดกัน ตั้งใหม่ได้ด้วยบัตรประชาชนและ OTP",
  },
  phoneChanged: {
    title: "เปลี่ยนหมายเลขโทรศัพท์แล้ว",
    body: "ถ้าไม่ใช่คุณที่ทำ กรุณาเปิดบัญชีของฉันเพื่อตรวจดูทันที",
  },
  companion: {
    askedTitle: (asker: string) => `${asker} ขอเป็นผู้ขอรหัสแทนคุณ`,
    askedBody: "ยังไม่มีผลจนกว่าคุณจะยินยอม กดดูรายละเอียดก่อนตอบ",
    agreedTitle: "บุคคลอื่นยินยอมแล้ว",
    agreedBody: (whom: string) => `ขอรหัสแทน ${whom} ได้แล้ว`,
    refusedTitle: "บุคคลอื่นไม่ยินยอม",
    refusedBody: (whom: string) => `จึงขอรหัสแทน ${whom} ไม่ได้`,
    endedTitle: "สิ้นสุดการขอรหัสแทนกัน",
    endedBody: (asker: string) => `${asker} ขอรหัสแทนคุณไม่ได้แล้ว`,
    endedForAsker: (whom: string) => `ขอรหัสแทน ${whom} ไม่ได้แล้ว`,
    usedTitle: (asker: string) => `${asker} ขอรหัสแทนคุณ`,
    usedBody: (facility: string, service: string) => `${facility} ${service} ถ้าไม่ได้ตกลงกันไว้ กดดูเพื่อยกเลิกสิทธินี้`,
  },
  sms: {
    otp: (digits: string, reference: string) => `รหัส OTP ${digits} (อ้างอิง ${reference}) ใช้ได้ 5 นาที อย่าบอกใคร`,
    otpCompanion: (asker: string, digits: string, reference: string) =>
      `${asker} ขอเป็นผู้ขอรหัสเข้ารับบริการแทนคุณ หากยินยอม บอกรหัส ${digits} (อ้างอิง ${reference}) แก่ผู้ขอ`,
    elsewhere: "มีผู้พยายามลงทะเบียนประตูด้วยเลขบัตรของคุณจากเบอร์อื่น บัญชีคุณไม่เปลี่ยนแปลง",
    linkMoved: "บัญชีประตูของคุณย้ายไป LINE อื่นแล้ว ถ้าไม่ใช่คุณ แจ้งเจ้าหน้าที่ทันที",
    pinChanged: "เปลี่ยนรหัสผ่าน 6 หลักของประตูแล้ว ถ้าไม่ใช่คุณ แจ้งเจ้าหน้าที่ทันที",
    phoneChanged: "บัญชีประตูเปลี่ยนเบอร์โทรแล้ว ถ้าไม่ใช่คุณ แจ้งเจ้าหน้าที่ทันที",
    petition: (number: string, what: string) => `ประตู: คำร้อง ${number} ${what} ดูรายละเอียดในบัญชีของคุณ`,
    documentIssued: (number: string) => `ประตู: มีเอกสารใหม่เลขที่ ${number} ดูได้ในบัญชีของคุณ`,
    documentRevoked: (number: string) => `ประตู: เอกสารเลขที่ ${number} ใช้ไม่ได้แล้ว ดูรายละเอียดในบัญชีของคุณ`,
    companionAsked: (asker: string) => `${asker} ขอเป็นผู้ขอรหัสเข้ารับบริการแทนคุณ ยังไม่มีผลจนกว่าคุณยินยอม`,
    companionEnded: (asker: string) => `${asker} ขอรหัสเข้ารับบริการแทนคุณไม่ได้แล้ว`,
    companionUsed: (asker: string, facility: string, time: string) =>
      `${asker} ขอรหัสเข้ารับบริการแทนคุณที่ ${facility} ${time}`,
  },
};
