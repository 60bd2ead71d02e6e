// Of twelve letters and more, what is tried first wherever lists of stolen passwords are; shorter ones are refused anyway.
const words = `
123456123456 123456789012 1234567890123 12345678901234567890 123456789123 123456789abc 123456789qwe 1234567890qwe
1234567890qwertyuiop 123qweasdzxc 123qwe123qwe 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv
1qazxsw23edc 1qaz1qaz1qaz a1b2c3d4e5f6 a123456789123 aa1234567890 abc123456789 abcd12345678 abcdef123456 abcdefghijkl
abcdefg12345 admin1234567 admin12345678 admin123456789 adminadmin12 administrator administrator1 administrator123
adminpassword password1234 password12345 password123456 password1234567 password12345678 password123! passwordpassword
p@ssw0rd1234 p@ssword1234 p@ssw0rd12345 passw0rd1234 mypassword123 mypassword12 qwerty123456 qwerty1234567 qwerty12345678
qwerty123456789 qwertyqwerty qwertyuiop12 qwertyuiop123 qwertyuiop[] qwertyuiop1234567890 qwertyuiopasdfghjkl
qwertyuiopasdfghjklzxcvbnm qwertyasdfgh qwertyasdfzxcv asdfghjkl123 asdfghjkl123456 asdfghjklzxcvbnm asdfasdfasdf
zxcvbnm12345 zxcvbnm123456 zxcvbnmasdfghjkl zaq12wsxcde3 zaq1xsw2cde3 iloveyou1234 iloveyou12345 iloveyouforever
iloveyousomuch letmein12345 letmeinletmein welcome12345 welcome123456 welcome12345678 changeme1234 changemechangeme
secret123456 secretsecret superman1234 dragon123456 football1234 princess1234 sunshine1234 monkey123456 master123456
computer1234 internet1234 samsung12345 thailand1234 thailand12345 thailand123456 bangkok12345 bangkok123456 khonkaen1234
khonkaen12345 buriram12345 chaiyaphum123 chachoengsao chachoengsao1 watphon12345 watphonwatphon correcthorsebatterystaple
trustno1trustno1 whateverwhatever ประเทศไทย1234 รหัสผ่าน1234 รหัสผ่านรหัสผ่าน สวัสดีสวัสดี สวัสดีครับ123 ฟหกดฟหกดฟหกด
ฟหกดเ้่าสวง ๅ/-ภถุึคตจขช ไำพะัีรนยบลฃ ภถุึคตจขชๅ/- พัฒนาชุมชน1234 พัฒนาการจังหวัด สำนักงานพัฒนาชุมชน
`;

export const commonPasswords: ReadonlySet<string> = new Set(
	words
		.split(/\s+/)
		.filter((word) => word !== '')
		.map((word) => word.normalize('NFKC'))
);
