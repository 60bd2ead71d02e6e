// What is said of published editions: what keeps a round from being published, what the verify page answers.
import { formatDate } from '../../thai/write-date.ts';

const when = (iso: string) => formatDate(iso.slice(0, 16), { months: 'short' });

export const editionWords = {
	/** ฉบับที่ 1 */
	name: (number: number) => `ฉบับที่ ${number}`,
	damaged: (round: string, number: number, code: string) =>
		`${editionWords.name(number)} ของรอบ ${round} (รหัส ${code}) ที่เก็บไว้หายไปหรือไม่ตรงกับรหัส SHA-256 คืนแฟ้มนี้จากข้อมูลสำรอง`,
	unreadable: (round: string, number: number) =>
		`${editionWords.name(number)} ของรอบ ${round} เขียนด้วยโปรแกรมรุ่นอื่นที่รุ่นนี้อ่านไม่ได้ ใช้โปรแกรมรุ่นใหม่กว่านี้เปิด`,
	noSuch: (round: string, number: number, last: number) =>
		last === 0
			? `รอบ ${round} ยังไม่เคยเผยแพร่ จึงไม่มี${editionWords.name(number)}`
			: `ไม่พบ${editionWords.name(number)} ของรอบ ${round} ฉบับล่าสุดคือ${editionWords.name(last)}`,
	notBeside: (round: string, at: string) =>
		`รอบ ${round} ยังไม่ได้เผยแพร่เมื่อ ${when(at)} ฉบับที่เผยแพร่เทียบได้กับฉบับที่เผยแพร่ก่อนนั้น`,
	onlyPresent: (number: number) =>
		`กำลังดู${editionWords.name(number)} ที่เผยแพร่แล้ว ซึ่งเปลี่ยนไม่ได้ กลับไปข้อมูลปัจจุบันก่อน แล้วเผยแพร่เป็นฉบับใหม่`,

	// what stands in the way of publishing
	nothingReceived: 'ยังไม่ได้รับผลของอำเภอใดในรอบนี้ นำเข้าผลก่อนจึงจะเผยแพร่ได้',
	undecidedResults: (count: number, places: readonly string[]) =>
		`มีผล ${count.toLocaleString('en')} รายการที่ส่งแล้วแต่ยังไม่มีใครอนุมัติหรือตีกลับ ได้แก่ ${places.join(', ')}${count > places.length ? ` และอีก ${(count - places.length).toLocaleString('en')} รายการ` : ''} ให้กลุ่มงานตรวจให้ครบก่อน`,
	needsReason: (number: number) => `ต้องบอกเหตุผลที่เผยแพร่${editionWords.name(number)} แทนฉบับก่อน เหตุผลนี้จะพิมพ์ในเอกสาร`,
	nothingChanged: (number: number) => `ยังไม่มีสิ่งใดต่างจาก${editionWords.name(number)} ที่เผยแพร่แล้ว จึงไม่ต้องเผยแพร่ใหม่`,
	moved: 'มีการเปลี่ยนแปลงในรอบนี้หลังจากเปิดหน้านี้ ยังไม่ได้เผยแพร่ ตรวจสิ่งที่เห็นตอนนี้อีกครั้งแล้วกดใหม่',
	notConfirmed: (number: number) => `พิมพ์คำว่า “${editionWords.confirmation(number)}” ในช่องยืนยันก่อนเผยแพร่`,
	/** what somebody types who means it */
	confirmation: (number: number) => `เผยแพร่ฉบับที่ ${number}`,

	// the verify page and the command
	verified: (round: string, number: number, at: string, office: string) =>
		`${editionWords.name(number)} ของ${round} เผยแพร่เมื่อ ${when(at)} โดย${office}`,
	later: (number: number, at: string) => `มี${editionWords.name(number)} ที่ใหม่กว่า เผยแพร่เมื่อ ${when(at)}`,
	newest: 'เป็นฉบับล่าสุดของรอบนี้',
	noCode: (given: string) =>
		`“${given}” ไม่ใช่รหัสของเอกสาร รหัสมีรูป WP-XXXX-XXXX-XXXX เป็นตัวเลขและอักษรอังกฤษ 12 ตัวหลัง WP ดูที่ท้ายหน้าของเอกสาร`,
	unknownCode: (code: string) => `ไม่พบรหัส ${code} ในที่เก็บข้อมูลนี้ ตรวจทีละตัวกับที่พิมพ์ในเอกสาร หรือสอบถามสำนักงานที่ออกเอกสาร`,
	nearCode: (code: string, near: string) => `ไม่พบรหัส ${code} รหัสที่ใกล้เคียงคือ ${near} ตรวจทีละตัวกับที่พิมพ์ในเอกสาร`,
	noCodeInside: 'ไม่พบรหัสของฉบับเผยแพร่ในแฟ้มนี้ ถ้าเป็นภาพสแกนหรือแฟ้มที่พิมพ์ซ้ำ ให้พิมพ์รหัสที่ท้ายหน้าแทน',
	notPdf: 'แฟ้มนี้ไม่ใช่ PDF เลือกแฟ้ม PDF ที่ได้รับ หรือพิมพ์รหัสแทน',
	pdfTooLarge: (most: number) => `แฟ้มใหญ่เกิน ${most} MB ซึ่งใหญ่กว่าเอกสารใดของวัดผล ตรวจว่าเลือกแฟ้มถูก`,
	same: (title: string) => `ตรงกับ “${title}” ที่ออกจากฉบับนี้ทุกไบต์`,
	differs: (title: string) => `ไม่ตรงกับ “${title}” ที่ออกจากฉบับนี้ แฟ้มถูกแก้หรือบันทึกใหม่ ใช้ตัวเลขในหน้านี้เป็นหลัก`,
	differsByProgram: (title: string, then: string, now: string) =>
		`ไม่ตรงกับ “${title}” ทุกไบต์ แต่ฉบับนี้เผยแพร่ด้วยโปรแกรมรุ่น ${then} และตอนนี้ใช้รุ่น ${now} ซึ่งอาจจัดหน้าต่างกัน เทียบตัวเลขกับหน้านี้`,
	unnamed: 'แฟ้มมีรหัสของฉบับนี้ แต่ไม่บอกว่าเป็นเอกสารใด จึงเทียบทุกไบต์ไม่ได้ เทียบตัวเลขกับหน้านี้',
	whichFile: (file: string) => `เปิดแฟ้ม ${file} ไม่ได้ ตรวจชื่อแฟ้ม หรือใส่รหัสรูป WP-XXXX-XXXX-XXXX`,
	digest: (sha256: string) => `SHA-256 ของสิ่งที่เผยแพร่ ${sha256}`
} as const;
