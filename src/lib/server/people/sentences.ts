// What is said of people: signing in, invitations, sessions, and who may do what.
import { formatDate } from '../../thai/write-date.ts';
import { joinThai } from '../../thai/words.ts';
import type { Role } from './visitor.ts';

export const roleWords: Readonly<Record<Role, string>> = {
	director: 'ผู้อำนวยการ',
	work_group: 'กลุ่มงาน',
	district: 'อำเภอ',
	viewer: 'ผู้ดูผล'
};

/** What each may do, for who has to choose one. */
export const roleHelp: Readonly<Record<Role, string>> = {
	director: 'พัฒนาการจังหวัด: ทำได้ทุกอย่างของจังหวัด รวมถึงวินิจฉัย เผยแพร่ และดูแลผู้ใช้',
	work_group: 'เห็นทุกอำเภอ ตรวจ คืน หรือรับรองตัวชี้วัดของกลุ่มตน',
	district: 'ส่งและดูผลของอำเภอตน ดูอำเภออื่นเมื่อเผยแพร่แล้ว',
	viewer: 'ดูผลที่เผยแพร่แล้ว เช่น ผู้ว่าราชการจังหวัด'
};

export const stateWords = { active: 'ใช้งานอยู่', invited: 'รอรับคำเชิญ', blocked: 'ระงับ' } as const;

/** `5 วินาที`, `2 นาที` */
export const sayWait = (seconds: number): string =>
	seconds < 60 ? `${seconds} วินาที` : `${Math.ceil(seconds / 60)} นาที`;

export const peopleWords = {
	busy: 'มีผู้เข้าสู่ระบบพร้อมกันจำนวนมาก รอสักครู่แล้วส่งใหม่',
	wrongPassword: 'อีเมลหรือรหัสผ่านไม่ถูก ตรวจตัวพิมพ์และภาษาของแป้นพิมพ์ แล้วลองอีกครั้ง',
	waitBefore: (seconds: number) =>
		`ใส่รหัสผ่านผิดหลายครั้งจากเครื่องนี้ รอ ${sayWait(seconds)} แล้วลองใหม่ รหัสที่ถูกจากเครื่องอื่นยังใช้ได้ตามปกติ`,
	blocked: 'บัญชีนี้ถูกระงับ ติดต่อผู้ดูแลผู้ใช้ของจังหวัด',

	// passwords
	passwordShort: (least: number, length: number) => `รหัสผ่านต้องยาวอย่างน้อย ${least} ตัวอักษร ที่ใส่มามี ${length}`,
	passwordLong: (most: number) => `รหัสผ่านยาวได้ไม่เกิน ${most} ตัวอักษร`,
	passwordOwn: 'รหัสผ่านต้องไม่ใช่อีเมลหรือชื่อของตนเอง',
	passwordCommon: 'รหัสผ่านนี้เดาง่ายเพราะมีคนใช้มากหรือเป็นตัวอักษรซ้ำกัน ใช้คำหลายคำที่ไม่เกี่ยวกันต่อกัน',
	passwordsDiffer: 'รหัสผ่านสองช่องไม่ตรงกัน พิมพ์ใหม่ให้เหมือนกัน',
	presentWrong: 'รหัสผ่านปัจจุบันไม่ถูก',
	passwordUnknown: 'บัญชีนี้เข้าสู่ระบบผ่านหน่วยงานอื่น จึงไม่มีรหัสผ่านให้เปลี่ยน',

	// who may do what
	nameMissing: 'ใส่ชื่อที่คนในสำนักงานใช้เรียก',
	nameLong: (most: number) => `ชื่อยาวได้ไม่เกิน ${most} ตัวอักษร`,
	emailWrong: 'อีเมลนี้ไม่ถูกรูปแบบ ต้องเป็นเช่น somchai@office.example',
	emailTaken: (name: string) => `อีเมลนี้เป็นของ ${name} อยู่แล้ว แก้บทบาทของคนนั้นในรายการแทน`,
	roleWrong: 'เลือกบทบาท: director (ผู้อำนวยการ) work_group (กลุ่มงาน) district (อำเภอ) หรือ viewer (ผู้ดูผล)',
	provinceMissing: 'เลือกจังหวัด',
	provinceWrong: (given: string) => `ไม่รู้จักจังหวัด ${given} ใช้ชื่ออย่างในที่อยู่ของหน้า เช่น khon-kaen`,
	otherProvince: 'ดูแลผู้ใช้ได้เฉพาะของจังหวัดตน',
	groupsMissing: 'ระบุกลุ่มงานอย่างน้อยหนึ่งกลุ่ม ตามชื่อที่ใช้ในข้อตกลง',
	groupsMany: (most: number) => `ระบุกลุ่มงานได้ไม่เกิน ${most} กลุ่ม`,
	districtMissing: 'เลือกอำเภอ',
	districtWrong: (given: string, province: string) => `ไม่พบอำเภอ ${given} ในจังหวัด${province} ใช้รหัส 4 หลัก`,
	notDirector: 'ดูแลผู้ใช้ได้เฉพาะผู้อำนวยการ',
	noSuchPerson: (given: string) => `ไม่พบผู้ใช้ ${given} ดูรายชื่อด้วยคำสั่ง user list`,
	personGone: 'ไม่พบผู้ใช้คนนี้แล้ว รายการข้างล่างเป็นปัจจุบัน',
	lastDirector: 'เป็นผู้อำนวยการคนสุดท้ายของจังหวัด จึงระงับหรือเปลี่ยนบทบาทไม่ได้ เชิญผู้อำนวยการอีกคนให้เข้าสู่ระบบก่อน',
	moved: 'มีคนแก้ผู้ใช้คนนี้ระหว่างที่คุณดูอยู่ ค่าปัจจุบันแสดงอยู่ ตรวจแล้วบันทึกใหม่',
	notJoined: 'คนนี้ยังไม่ได้รับคำเชิญ ส่งลิงก์คำเชิญใหม่แทน',
	noSuchSession: 'การเข้าสู่ระบบนั้นจบไปแล้ว',

	// links
	linkDead: 'ลิงก์นี้ใช้ไม่ได้แล้ว อาจหมดอายุ ถูกใช้ไปแล้ว หรือมีลิงก์ใหม่กว่า ขอลิงก์ใหม่จากผู้ดูแลผู้ใช้',
	firstTaken: 'มีผู้อำนวยการแล้ว เข้าสู่ระบบด้วยบัญชีนั้น',
	first: (address: string) =>
		`ยังไม่มีใครมีบัญชี เปิดลิงก์นี้เพื่อตั้งผู้อำนวยการคนแรก (ใช้ได้ครั้งเดียว จนกว่าจะเปิดโปรแกรมใหม่)\n  ${address}`,
	firstNeedsServer: 'ลิงก์ตั้งผู้อำนวยการคนแรกใช้ได้ขณะเปิดหน้าเว็บเท่านั้น เปิดด้วย npm start แล้วลิงก์จะแสดงในหน้าต่างนั้น หรือใช้ user add',
	firstInDemo: 'ที่เก็บนี้ยังเป็นข้อมูลสาธิตซึ่งไม่ต้องเข้าสู่ระบบ เริ่มใช้กับผลจริงก่อนแล้วจึงตั้งผู้อำนวยการ หรือใช้ user add',

	// issuers
	issuerAway: (name: string) => `ติดต่อ ${name} ไม่ได้ ตรวจเครือข่าย หรือเข้าสู่ระบบด้วยรหัสผ่าน`,
	issuerWrong: (what: string) => `การตั้งค่าเข้าสู่ระบบผ่านหน่วยงาน (oidc.yaml) ไม่ถูก: ${what}`,
	issuerShape: 'ต้องมี issuer, client_id, client_secret และ name',
	issuerPlain: 'issuer ต้องขึ้นต้นด้วย https',
	notInvited: (name: string) => `อีเมลที่ ${name} บอกมายังไม่ได้รับเชิญ ขอคำเชิญจากผู้ดูแลผู้ใช้ของจังหวัดก่อน`,
	issuerFailed: (name: string) => `เข้าสู่ระบบผ่าน ${name} ไม่สำเร็จ ลองอีกครั้ง หรือใช้รหัสผ่าน`,

	// the terminal
	passwordFromInput: 'ส่งรหัสผ่านทาง stdin เช่น  user add … < แฟ้ม  (ไม่รับในบรรทัดคำสั่ง เพราะคนอื่นในเครื่องเห็นได้)',
	added: (name: string, role: string) => `เพิ่ม ${name} (${role}) แล้ว เข้าสู่ระบบได้ทันที`,
	invited: (name: string, address: string, until: string) =>
		`เชิญ ${name} แล้ว ส่งลิงก์นี้ให้เจ้าตัว ใช้ได้ครั้งเดียวถึง ${formatDate(until, { months: 'short' })}\n  ${address}`,
	resetLink: (name: string, address: string, until: string) =>
		`ลิงก์ตั้งรหัสผ่านใหม่ของ ${name} ใช้ได้ครั้งเดียวถึง ${formatDate(until, { months: 'short' })}\n  ${address}`,
	changed: (name: string, role: string) => `${name} เป็น ${role} แล้ว`,
	nowBlocked: (name: string) => `ระงับ ${name} แล้ว ออกจากระบบทุกเครื่องทันที`,
	nowUnblocked: (name: string) => `เลิกระงับ ${name} แล้ว`,
	ended: (name: string) => `ให้ ${name} ออกจากระบบทุกเครื่องแล้ว`,
	nobody: 'ยังไม่มีผู้ใช้',
	noSessions: 'ไม่ได้เข้าสู่ระบบอยู่ที่เครื่องใด',

	// verify
	fileDamaged: (what: string) => `แฟ้มบัญชีผู้ใช้ people.sqlite เสียหาย (${what}) คืนแฟ้มนี้จากข้อมูลสำรอง`,
	unlike: (name: string, what: readonly string[]) =>
		`บัญชีของ ${name} ใน people.sqlite ไม่ตรงกับสมุดบันทึก (${joinThai(what)}) มีคนแก้แฟ้มนี้นอกโปรแกรม ตรวจสิทธิ์ในหน้าผู้ใช้ หรือคืนแฟ้มจากข้อมูลสำรอง`,
	unknown: (name: string) => `บัญชีของ ${name} ไม่มีในสมุดบันทึก มีคนเพิ่มนอกโปรแกรม ระงับบัญชีนี้ หรือคืน people.sqlite จากข้อมูลสำรอง`,
	missing: (name: string) => `บัญชีของ ${name} อยู่ในสมุดบันทึกแต่ไม่มีใน people.sqlite คืนแฟ้มนี้จากข้อมูลสำรอง`
} as const;

const scopeNames = {
	name: 'ชื่อ',
	role: 'บทบาท',
	province: 'จังหวัด',
	groups: 'กลุ่มงาน',
	district: 'อำเภอ',
	blocked: 'การระงับ'
} as const;
export type ScopeName = keyof typeof scopeNames;
export const nameScope = (name: ScopeName): string => scopeNames[name];
