// What is said of files on their way in: receipts, what a preview says, what the terminal says of questions.
import { joinThai } from '../../thai/words.ts';

export const importWords = {
	/** of a record of JSON, key by key */
	jsonColumns: ['ชื่อ', 'ค่า'],
	/** 2565-0147: the year of the round, then the number within the store */
	receiptNumber: (round: string, number: number) =>
		`${/\/(\d{4})-/.exec(round)?.[1] ?? ''}-${String(number).padStart(4, '0')}`,
	filesDiffer: (subject: string, first: string, second: string, file: string) =>
		`${subject} แฟ้มนี้ให้ค่า ${second} แต่ ${file} ในครั้งเดียวกันให้ ${first} ใช้ค่าของแฟ้มนี้เพราะมาทีหลัง`,
	accepted: (receipt: string, file: string, entries: number, districts: number, late: boolean) =>
		`รับแล้ว ใบรับเลขที่ ${receipt} ${file} ${entries} ค่า ${districts} อำเภอ${late ? ' (ส่งช้า)' : ''}`,
	nothingStored: (errors: number, questions: number) =>
		`ไม่ได้รับแฟ้มใดเลย เพราะมี ${joinThai([
			...(errors > 0 ? [`${errors} เรื่องที่ต้องแก้`] : []),
			...(questions > 0 ? [`${questions} คำถามที่ต้องตอบ`] : [])
		])}ก่อน`,
	mayTakePart: (usable: number) => `มี ${usable} ค่าที่ใช้ได้ ถ้าต้องการรับเท่าที่ใช้ได้ให้สั่งใหม่พร้อม --partly`,
	previewOnly: (usable: number, unusable: number) =>
		`ดูอย่างเดียว ยังไม่มีอะไรถูกบันทึก ใช้ได้ ${usable} ค่า ใช้ไม่ได้ ${unusable} ค่า`,
	counts: ({
		new: fresh,
		same,
		changed,
		withdrawn
	}: Readonly<Record<'new' | 'same' | 'changed' | 'withdrawn', number>>) =>
		`ใหม่ ${fresh} เหมือนเดิม ${same} เปลี่ยน ${changed} ถอน ${withdrawn}`,
	question: (ask: string, choices: readonly string[], option: string) =>
		`${ask} คำตอบที่เลือกได้: ${joinThai(choices, 'หรือ')} ตอบด้วย --answer '${option}'`,
	answerShape: (given: string) =>
		`--answer ${given} ไม่ถูกรูป เขียนเป็น ชนิด:ที่เขียนในแฟ้ม=คำตอบ เช่น 'district:แวงนอย=4007' หรือ '=-' เพื่อเว้นไว้`,
	noSuchQuestion: (given: string) => `--answer ${given} ไม่ตรงกับคำถามใดของแฟ้มเหล่านี้`,
	noSuchChoice: (given: string, choices: readonly string[]) =>
		`--answer ${given} ไม่ใช่คำตอบที่เลือกได้ เลือกจาก ${joinThai(choices, 'หรือ')}`,
	leaveOut: '- (เว้นไว้)',
	moved: 'ผลของรอบเปลี่ยนไปหลังจากเปิดหน้านี้ ตรวจรายการที่เปลี่ยนอีกครั้งแล้วจึงกดรับ ยังไม่มีอะไรถูกบันทึก',
	gone: 'ไฟล์ชุดนี้ไม่ได้รออยู่แล้ว อาจถูกรับ ยกเลิก หรือรอเกิน 7 วัน เลือกไฟล์แล้วส่งใหม่',
	noSuchItem: 'ไม่พบอำเภอหรือตัวชี้วัดนี้ในรอบนี้ เปิดจากหน้าของอำเภอ',
	noReceipt: 'ไม่พบใบรับเลขที่นี้ในรอบนี้ ดูใบรับทั้งหมดที่หน้านำเข้า',
	nothingToTake: 'ไม่มีค่าใดที่รับได้ แก้ไฟล์ตามรายการแล้วส่งใหม่',
	leftOut: (places: number) => `เว้นไว้ ${places} จุดตามที่เลือกรับบางส่วน`,
	tooHeavy: 'อ่านแฟ้มนี้นานหรือใช้หน่วยความจำมากเกินกำหนดจึงหยุดไว้ ยังไม่มีอะไรถูกบันทึก คัดลอกเฉพาะตารางผลไปไว้ในสมุดงานใหม่แล้วส่งใหม่',
	closing: 'โปรแกรมกำลังปิด แฟ้มนี้จึงยังไม่ได้อ่าน เปิดโปรแกรมแล้วส่งใหม่',
	noAnswer: 'ยังไม่ได้เลือกคำตอบ เลือกอย่างน้อยหนึ่งข้อแล้วกดตอบ',
	noFileName: 'บอกชื่อแฟ้มในหัว x-file-name (เข้ารหัสแบบ URL) หรือส่งเป็นฟอร์ม multipart ที่มีช่อง files',
	answersJson: 'answers ต้องเป็น JSON: [{"kind", "about", "shape", "means"}] ตามคำถามที่ได้รับ',
	noRound: 'ไม่พบรอบนี้',
	othersToo: 'ไฟล์นี้มีค่าของอำเภออื่นด้วย อำเภอส่งได้เฉพาะของตน ตัดแถวของอำเภออื่นออกแล้วส่งใหม่ ยังไม่มีอะไรถูกบันทึก',
	noFile: 'ยังไม่ได้เลือกไฟล์ เลือกอย่างน้อยหนึ่งไฟล์',
	manyFiles: (most: number) => `ส่งพร้อมกันได้ไม่เกิน ${most} ไฟล์ แบ่งส่งเป็นหลายครั้ง`
} as const;
