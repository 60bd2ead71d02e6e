// Where the name of a place may be broken: after the word it begins with, never inside one (a browser breaks หนองนา|คำ).
const beginnings =
	/^(เมือง|หนอง|บ้าน|เขา|โคก|โนน|ท่า|บาง|ห้วย|ดอน|คลอง|วัง|ป่า|พระ|ศรี|เชียง|แม่|บึง|ปาก|เวียง|กุด|ทุ่ง|สวน|เกาะ|ลำ|สอง|เฉลิม|ประจวบ|นคร|กัลยาณิ|พรหม|อากาศ)(?=.{3})/u;

/** `หนอง`, `สองห้อง`; a name that cannot be broken is one piece. */
export function breakName(name: string): readonly string[] {
	const [first = ''] = beginnings.exec(name) ?? [];
	const rest = name.slice(first.length);
	// what follows must not begin with a mark of the syllable before it
	return first === '' || /^[\u0E30-\u0E3A\u0E45-\u0E4E]/u.test(rest) ? [name] : [first, rest];
}
