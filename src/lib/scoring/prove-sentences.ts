// What the proof of a letter says, each sentence with what to write.
import type { Ladder } from '../agreement/schema.ts';

const answered = (reading: string) => `ใช้การตีความ ${reading}`;

export const proveText = {
	gap: (range: string, example: string) =>
		`ไม่มีผลใดรองรับ ${range} (${example}) เขียนช่วงให้ต่อกัน หรือเขียน unsure หรือ undecided พร้อมการตีความ`,
	hole: (range: string, given: string, example: string, under: string, above: string) =>
		`${range} ได้เพียง ${given} ทั้งที่ค่าน้อยกว่าได้ ${under} และค่ามากกว่าได้ ${above} (${example}) เขียนช่วงให้ต่อกัน หรือเขียน unsure พร้อมการตีความ`,
	overlap: (range: string, low: string, high: string, example: string) =>
		`${range} เข้าทั้ง ${low} และ ${high} (${example}) แก้ขอบช่วงให้ไม่ซ้อนกัน หรือเขียนการตีความว่าเป็นผลใด`,
	silent: (text: string, example: string, reading: string) =>
		`เอกสารไม่บอกผลของ «${text}» (${example}) ${answered(reading)}`,
	edge: (rung: string, where: string, example: string, reading: string) =>
		`เอกสารไม่บอกว่าถึง ${rung} หรือไม่${where} (${example}) ${answered(reading)}`,
	unread: (rung: string, example: string) => `ข้อความของ ${rung} หายไป (${example}) เขียน unsure พร้อมการตีความ`,
	contradiction: (rung: string) => `เงื่อนไขของ ${rung} เป็นจริงพร้อมกันไม่ได้ จึงไม่มีใครได้ ${rung} แก้ตัวเลขหรือขอบช่วง`,
	ruledOut: (rung: string, reading: string) =>
		`ไม่มีใครได้ ${rung} เพราะข้อความที่หายถือว่ายังไม่มีใครเข้าเกณฑ์ ${answered(reading)}`,
	unreachable: (rung: string, example: string, given: string, mode: Ladder['mode']) =>
		mode === 'prefix'
			? `ไม่มีใครได้ ${rung} เพราะเงื่อนไขขัดกับระดับที่ต่ำกว่า ผู้ที่ครบเงื่อนไขของ ${rung} เอง (${example}) ได้ ${given} ย้ายช่วงที่ไม่สะสมไปไว้ใน only`
			: `ไม่มีใครได้ ${rung} เพราะผู้ที่ครบเงื่อนไข (${example}) เข้าผลอื่นด้วยเสมอ และได้ ${given} แก้เงื่อนไขให้ต่างกัน หรือตัดผลนี้ออก`,
	neverMatters: (rung: string, condition: string, joined: 'all' | 'any') =>
		`${rung}: ${joined === 'any' ? 'ทางเลือก' : 'เงื่อนไข'} «${condition}» ไม่ทำให้ผลของผู้ที่รายงานครบต่างไป ตัดออก หรือแก้ตัวเลขให้ต่างจากข้ออื่น`,
	covered: (rung: string, condition: string) =>
		`${rung}: ผู้ที่ไม่เข้าเงื่อนไข «${condition}» ได้ผลที่สูงกว่าอยู่แล้ว เงื่อนไขนี้จึงไม่ทำให้ผลของผู้ที่รายงานครบต่างไป`,
	alwaysHolds: (rung: string, condition: string) => `${rung}: เงื่อนไข «${condition}» เป็นจริงเสมอ ตัดออก หรือแก้ตัวเลข`,
	repeated: (rung: string, condition: string) => `${rung}: เงื่อนไข «${condition}» ซ้ำกับระดับที่ต่ำกว่าซึ่งต้องผ่านอยู่แล้ว`,
	skip: (high: string, low: string, example: string) =>
		`ได้ ${high} ทั้งที่ยังไม่ถึง ${low} (${example}) เขียนเงื่อนไขของ ${low} ไว้ใน ${high} ด้วย หรือเขียนการตีความว่าไม่ต้องถึง`,
	reversal: (fine: string, fineGives: string, poor: string, poorGives: string) =>
		`มากขึ้นแต่ได้น้อยลง: ${fine} ได้ ${fineGives} แต่ ${poor} ได้ ${poorGives} เมื่ออย่างอื่นเท่ากัน แก้ขอบช่วงหรือค่าสูงสุด (max) หรือเขียนการตีความของช่วงนี้`,
	reversalDown: (fine: string, fineGives: string, poor: string, poorGives: string) =>
		`ดีขึ้นแต่ได้น้อยลง: ${fine} ได้ ${fineGives} แต่ ${poor} ได้ ${poorGives} เมื่ออย่างอื่นเท่ากัน แก้ขอบช่วง หรือเขียนการตีความของช่วงนี้`,
	direction: (value: string, example: string, given: string) =>
		`สูตรของ «${value}» วัดการเปลี่ยนแปลง แต่เกณฑ์ให้ผลดีที่สุดแก่ผู้ที่ไม่เปลี่ยนแปลงเลย (${example} ได้ ${given}) แก้สูตรหรือกลับทิศของเกณฑ์`,
	emptyGap: (range: string) => `ไม่มีผลใดรองรับ ${range} แต่คะแนนของข้อย่อยรวมกันเป็นค่าในช่วงนี้ไม่ได้ จึงไม่ต้องแก้`,
	cumulation: (example: string, prefix: string, highest: string) =>
		`ข้อความไม่บอกว่าต้องผ่านระดับล่างก่อน ถ้าสะสมได้ ${prefix} ถ้าไม่สะสมได้ ${highest} (${example}) เขียนการตีความ และ alternatives ที่ mode เป็น highest`,
	below: (first: string, example: string) => `เอกสารไม่พิมพ์ผลของผู้ที่ไม่ถึง ${first} (${example}) ให้เป็นระดับ 0`,
	startsHigh: (first: string) => `ระดับเริ่มที่ ${first} ไม่มีระดับที่ต่ำกว่านี้ ผู้ที่ไม่ถึงได้ระดับ 0`,
	missingLevel: (levels: string) => `ไม่มี ${levels} ถ้าหน้าหายไปให้เขียนระดับที่หายด้วย lost พร้อมการตีความ`,
	forNothing: (given: string, example: string) => `ผู้ที่ยังไม่ทำสิ่งใดเลยได้ ${given} (${example})`,
	tie: (name: string, rung: string, reading: string | null) =>
		reading === null
			? `«${name}» เท่ากันได้ และถ้าคร่อมขอบของ ${rung} เอกสารไม่บอกว่านับอย่างไร เขียน tie_reading`
			: `«${name}» เท่ากันคร่อมขอบของ ${rung} เอกสารไม่บอกว่านับอย่างไร ${answered(reading)}`,
	zero: (name: string, reading: string | null) =>
		reading === null
			? `«${name}» มีตัวหารเป็น 0 ได้ และเอกสารไม่บอกว่าได้ผลใด เขียน zero_reading`
			: `«${name}» เมื่อตัวหารเป็น 0 เอกสารไม่บอกว่าได้ผลใด ${answered(reading)}`,
	tooLarge: 'เกณฑ์นี้มีเงื่อนไขเปรียบเทียบหรือทางเลือกมากเกินไป แบ่งเป็นข้อย่อยด้วย parts',
	cannotCompile:
		'เกณฑ์นี้เขียนในรูปที่คิดคะแนนไม่ได้ ตรวจว่า if เป็น yes, no, date หรือ value ที่มีขอบเดียว unsure อยู่ข้างตัวเลข และค่าที่เทียบกันเป็นข้อมูลหรือผลรวม',
	under: (reading: string, text: string, message: string) => `ถ้าอ่าน ${reading} เป็น «${text}»: ${message}`,
	answeredBy: (message: string, reading: string) => `${message} (ตอบแล้วด้วยการตีความ ${reading})`
} as const;
