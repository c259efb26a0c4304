package locale

import "strings"

// selfNames is what languages without a table call themselves, written for a menu (CLDR 48, Locale Display Names, and for gsg and rom their
// own associations): a reader looks for them, even if the dates and numbers of the page are English ones.
const selfNames = `az Azərbaycanca|be Беларуская|bn বাংলা|bs Bosanski|ca Català|cs Čeština|da Dansk|el Ελληνικά|et Eesti|fi Suomi|` +
	`gsg Deutsche Gebärdensprache|gu ગુજરાતી|ha Hausa|he עברית|hi हिन्दी|hu Magyar|hy Հայերեն|id Indonesia|ig Igbo|ja 日本語|ka ქართული|` +
	`kk Қазақ тілі|km ខ្មែរ|ko 한국어|ky Кыргызча|lo ລາວ|lt Lietuvių|lv Latviešu|mk Македонски|ml മലയാളം|mn Монгол|ms Melayu|my မြန်မာ|` +
	`nb Norsk bokmål|ne नेपाली|nl Nederlands|om Afaan Oromoo|pa ਪੰਜਾਬੀ|pt Português|rom Romani čhib|rw Ikinyarwanda|sd سنڌي|si සිංහල|` +
	`sk Slovenčina|sl Slovenščina|sn ChiShona|sv Svenska|sw Kiswahili|ta தமிழ்|te తెలుగు|tg Тоҷикӣ|th ไทย|tk Türkmençe|tt Татарча|ug ئۇيغۇرچە|` +
	`ur اردو|uz Oʻzbekcha|wo Wolof|yi ייִדיש|yo Yorùbá|zh 中文|zza Zazakî`

// selfNameOf is what a language without a table calls itself, or its code.
func selfNameOf(code string) string {
	for rest := strings.ToLower(code); rest != ""; rest = withoutLastSubtag(rest) {
		if _, after, found := strings.Cut(separator+selfNames, separator+rest+" "); found {
			name, _, _ := strings.Cut(after, separator)
			return name
		}
	}
	return code
}
