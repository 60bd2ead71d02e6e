// What is said of a journal that is not what it was, and of files it should speak of.
import { formatDate } from '../../thai/write-date.ts';

const fromBackup = 'คืน journal.jsonl จากข้อมูลสำรอง';
const unchanged = 'ยังไม่มีสิ่งใดถูกเปลี่ยน';

export const verifyWords = {
	// lines
	linesMissing: (from: number, to: number) =>
		`สมุดบันทึกบรรทัดที่ ${from === to ? from : `${from} ถึง ${to}`} หายไป ${fromBackup} ${unchanged}`,
	lineMoved: (place: number, n: number) =>
		`แถวที่ ${place} ของสมุดบันทึกเป็นบรรทัดที่ ${n} ซึ่งซ้ำหรืออยู่ผิดที่ ${fromBackup} ${unchanged}`,
	moreDamage: (lines: number) => `สมุดบันทึกเสียอีก ${lines} แห่งหลังจากนี้`,
	otherBook: (line: number, hash: string) =>
		`ฐานข้อมูลเคยสร้างจากสมุดบันทึกที่บรรทัดที่ ${line} มีรหัส ${hash.slice(0, 16)} ซึ่งไม่มีในสมุดเล่มนี้ สมุดถูกเขียนใหม่ หรือวางมาจากที่อื่น เทียบกับข้อมูลสำรองด้วย verify --against โฟลเดอร์ ถ้ายอมรับสมุดเล่มนี้ให้ย้าย watphon.duckdb ออกไปแล้วสั่งใหม่ ยังไม่มีสิ่งใดถูกเปลี่ยน`,

	// heads seen elsewhere
	headShape: (given: string) =>
		`--head ${given} ไม่ถูกรูป เขียนเป็น บรรทัด:รหัส อย่างที่พิมพ์ในข้อมูลสำรองหรือในเล่ม เช่น 128:0a1b2c3d4e5f6071`,
	headCut: (from: string, n: number, lines: number) =>
		`${from}เห็นสมุดบันทึกถึงบรรทัดที่ ${n} แต่สมุดนี้มี ${lines} บรรทัด ${n - lines} บรรทัดท้ายถูกตัดออก ${fromBackup}`,
	headOther: (from: string, n: number, seen: string, found: string) =>
		`${from}เห็นสมุดบันทึกบรรทัดที่ ${n} เป็นรหัส ${seen.slice(0, 16)} แต่สมุดนี้เป็น ${found.slice(0, 16)} บรรทัดนั้นหรือก่อนหน้าถูกเขียนใหม่ คืนข้อมูลสำรองไว้ที่อื่นด้วย KPI_STORE แล้วเทียบทีละบรรทัด`,
	differsFrom: (from: string, n: number, first: number) =>
		`${from}เห็นสมุดบันทึกถึงบรรทัดที่ ${n} แต่สมุดนี้ต่างไปตั้งแต่บรรทัดที่ ${first} สมุดถูกเขียนใหม่หลังจากนั้น ข้อมูลสำรองมีของเดิม คืนด้วย restore`,
	fromPaper: 'ผู้จดหัวสมุด',
	fromBackup: (file: string) => `ข้อมูลสำรอง ${file} `,
	fromEdition: (round: string, number: number) => `ฉบับที่ ${number} ของ ${round} ที่เผยแพร่ `,
	backupUnreadable: (file: string, why: string) => `เทียบกับ ${file} ไม่ได้: ${why}`,
	headsHeld: (heads: number) => `สมุดบันทึกมีหัวสมุดที่นำมาเทียบครบทั้ง ${heads} หัว`,

	// files
	unnamed: (bytes: number, at: string) =>
		`ไม่มีบรรทัดใดของสมุดบันทึกกล่าวถึงแฟ้มนี้ (${bytes} ไบต์ เขียนเมื่อ ${formatDate(at, { months: 'short' })}) เป็นคำสั่งที่ค้างไม่เสร็จ หรือบรรทัดท้ายของสมุดบันทึกถูกตัด เทียบกับข้อมูลสำรองด้วย verify --against โฟลเดอร์ ไม่มีผลต่อคะแนน`,
	unnamedEdition: (round: string, number: number) =>
		`แฟ้มนี้เป็นฉบับที่ ${number} ของ ${round} แต่ไม่มีบรรทัดใดของสมุดบันทึกว่าเผยแพร่ การเผยแพร่ค้างไม่เสร็จ หรือบรรทัดท้ายของสมุดบันทึกถูกตัด เทียบกับข้อมูลสำรองด้วย verify --against โฟลเดอร์`,
	moreUnnamed: (files: number) => `มีอีก ${files} แฟ้มที่ไม่มีบรรทัดใดของสมุดบันทึกกล่าวถึง`,

	// what was put aside
	asideGone: (folder: string) =>
		`โฟลเดอร์ ${folder} ที่พักข้อมูลเดิมเมื่อเริ่มใช้กับผลจริงไม่อยู่แล้ว ถ้าย้ายออกเองก็ถูกแล้ว ถ้าไม่ใช่ให้คืนจากข้อมูลสำรอง`,
	asideProblem: (folder: string, why: string) => `ข้อมูลที่พักไว้ใน ${folder}: ${why}`,

	// the end
	verified: (lines: number, files: number, head: string) =>
		`ตรวจแล้วถูกต้อง: สมุดบันทึก ${lines} บรรทัดต่อกันครบ แฟ้มที่เก็บไว้ ${files} แฟ้มไม่มีตัวอักษรใดเปลี่ยน ฐานข้อมูลตรงกับทั้งสอง หัวสมุด ${head}`,
	broken: (problems: number, lines: number, files: number, head: string) =>
		`ตรวจแล้วพบ ${problems} เรื่องที่ต้องแก้: อ่านสมุดบันทึกได้ ${lines} บรรทัด กล่าวถึงแฟ้มที่เก็บไว้ ${files} แฟ้ม หัวสมุด ${head}`
} as const;
