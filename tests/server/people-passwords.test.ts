import { describe, expect, test } from 'vitest';
import { judgePassword } from '../../src/lib/server/people/password-rules.ts';
import { hashPassword, isOutdated, verifyPassword } from '../../src/lib/server/people/passwords.ts';
import { makeThrottle, networkOf } from '../../src/lib/server/people/throttle.ts';

const password = 'ม้าเหล็กลายดอกไม้';

describe('a password at rest', () => {
	test('is Argon2id with a salt of its own, in a form that names its parameters', async () => {
		const [one, other] = [await hashPassword(password), await hashPassword(password)];
		expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
		expect(one).not.toBe(other);
		expect(await verifyPassword(one, password)).toBe(true);
		expect(await verifyPassword(one, password + ' ')).toBe(false);
	});

	test('made with other parameters still opens, and is known to be outdated', async () => {
		const old = await hashPassword(password, { memory: 8192, passes: 1, lanes: 1 });
		expect([await verifyPassword(old, password), isOutdated(old)]).toEqual([true, true]);
		expect(isOutdated(await hashPassword(password))).toBe(false);
	});

	test('is the same in whichever code points a keyboard sends it', async () => {
		expect(await verifyPassword(await hashPassword('น\u0E4D\u0E32ดื่มหวานเย็น'), 'น\u0E33ดื่มหวานเย็น')).toBe(true);
	});

	test('that is no hash of ours never opens', async () => {
		expect(await verifyPassword('$argon2id$v=19$m=1,t=1,p=1$c2FsdA$', password)).toBe(false);
		expect(await verifyPassword('', '')).toBe(false);
	});
});

describe('a password that may be set', () => {
	const person = { name: 'สมหญิง ใจดีมาก', email: 'somying.jaidee@office.example' };
	test.each<[string, string | null]>([
		[password, null],
		['correct horse of the battery', null],
		['            x', null],
		['สั้นไป', 'รหัสผ่านต้องยาวอย่างน้อย 12 ตัวอักษร ที่ใส่มามี 6'],
		['x'.repeat(129), 'รหัสผ่านยาวได้ไม่เกิน 128 ตัวอักษร'],
		['Somying.Jaidee@office.example', 'รหัสผ่านต้องไม่ใช่อีเมลหรือชื่อของตนเอง'],
		['somying.jaidee', 'รหัสผ่านต้องไม่ใช่อีเมลหรือชื่อของตนเอง'],
		['สมหญิงใจดีมาก', 'รหัสผ่านต้องไม่ใช่อีเมลหรือชื่อของตนเอง'],
		...['Password1234', '123456789012', 'กกกกกกกกกกกกก', 'abcabcabcabc', 'lkjihgfedcba', 'qwertyuiop123'].map(
			(one): [string, string] => [one, 'รหัสผ่านนี้เดาง่ายเพราะมีคนใช้มากหรือเป็นตัวอักษรซ้ำกัน ใช้คำหลายคำที่ไม่เกี่ยวกันต่อกัน']
		)
	])('%s: %s', (given, said) => {
		expect(judgePassword(given, person)).toBe(said);
	});
});

describe('wrong guesses', () => {
	function makeDoor() {
		const clock = { now: 1_000_000 };
		const throttle = makeThrottle(() => clock.now);
		const guess = (account: string, address: string, times: number) =>
			Array.from({ length: times }, () => throttle.begin(account, address));
		return { clock, throttle, guess };
	}

	test('make the next from the same address wait, longer each time, up to a quarter of an hour', () => {
		const { clock, guess } = makeDoor();
		expect(guess('a@x.example', '10.0.0.1', 6)).toEqual([0, 0, 0, 0, 0, 5]);
		const waits: number[] = [];
		for (let time = 0; time < 9; time++) {
			clock.now += 900_000;
			guess('a@x.example', '10.0.0.1', 1);
			waits.push(...guess('a@x.example', '10.0.0.1', 1));
		}
		expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900]);
	});

	test('keep nobody out who comes from another address, or asks for another account from the same', () => {
		const { guess } = makeDoor();
		guess('a@x.example', '10.0.0.1', 6);
		expect(guess('a@x.example', '10.0.0.2', 1)).toEqual([0]);
		expect(guess('b@x.example', '10.0.0.1', 1)).toEqual([0]);
	});

	test('at many accounts slow their address alone', () => {
		const { throttle } = makeDoor();
		const waits = Array.from({ length: 22 }, (_, nth) => throttle.begin(`${nth}@x.example`, '10.0.0.1'));
		expect(waits.slice(0, 21).every((wait) => wait === 0)).toBe(true);
		expect(waits[21]).toBe(5);
		expect(throttle.begin('0@x.example', '10.0.0.9')).toBe(0);
	});

	test('are forgotten with a right one for its account alone, and all of them after an hour', () => {
		const { clock, throttle, guess } = makeDoor();
		for (let nth = 0; nth < 30; nth++) {
			throttle.begin('own@x.example', '10.0.0.1');
			throttle.right('own@x.example', '10.0.0.1');
			guess(`${nth}@x.example`, '10.0.0.1', 1);
		}
		expect(throttle.begin('own@x.example', '10.0.0.1')).toBeGreaterThan(0);
		clock.now += 3_600_001;
		expect(throttle.begin('own@x.example', '10.0.0.1')).toBe(0);
	});

	test('made at the same time all count', () => {
		const { guess } = makeDoor();
		expect(guess('a@x.example', '10.0.0.1', 50).filter((wait) => wait === 0)).toHaveLength(5);
	});

	test.each([
		['10.1.2.3', '10.1.2.3'],
		['::ffff:10.1.2.3', '10.1.2.3'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
		['2001:0DB8:1::9', '2001:db8:1:0'],
		['::1', '0:0:0:0'],
		['fe80::1%eth0', 'fe80:0:0:0']
	])('from %s are of the network %s', (address, network) => {
		expect(networkOf(address)).toBe(network);
	});
});
