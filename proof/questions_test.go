package proof

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestPassagesInAnotherScriptAreFound(t *testing.T) {
	for _, row := range []struct {
		what, page string
		problems   int
	}{
		{"German in a German page", `<html lang=de><p>Kurse in Bramsche`, 0},
		{"Arabic in a German page", `<html lang=de><p>دورات`, 1},
		{"Arabic in a German page, said to be so", `<html lang=de><p lang=ar dir=rtl>دورات`, 0},
		{"Arabic in a German page, language unknown", `<html lang=de><p>Anbieter: <bdi>دورات</bdi>`, 0},
		{"a German word in an Arabic sentence", `<html lang=ar dir=rtl><p>دورة في Bramsche`, 0},
		{"a German sentence in an Arabic page", `<html lang=ar dir=rtl><p>Kommen Sie ohne Termin`, 1},
		{"a German name in an Arabic page", `<html lang=ar dir=rtl><p>Volkshochschule für Hase und Hunte e. V.`, 0},
		{"a German alternative text in an Arabic page", `<html lang=ar dir=rtl><img alt="ein Haus am Fluss">`, 1},
		{"Arabic in a page in Easy German", `<html lang=de-simple><p>دورات`, 1},
		{"Latin in a page in Ukrainian", `<html lang=uk><p>kommen Sie`, 1},
		{"Ukrainian in a page in Ukrainian", `<html lang=uk><p>курси`, 0},
		{"a German description in an Arabic page", `<html lang=ar dir=rtl><meta name=description content="Kommen Sie ohne Termin">`, 1},
		{"a German description in an Arabic page, said to be so", `<html lang=ar dir=rtl><meta property="og:description" lang=de content="Kommen Sie ohne Termin">`, 0},
		{"letters in a script", `<html lang=de><script>"دورات"</script>`, 0},
	} {
		if problems := foreign(parsed(t, row.page)); len(problems) != row.problems {
			t.Errorf("%s: %q", row.what, problems)
		}
	}
}

func TestNumbersThatWouldBeReorderedAreFound(t *testing.T) {
	question := unisolated()
	for _, row := range []struct {
		what, page string
		problems   int
	}{
		{"a span of times in a German page", `<html lang=de dir=ltr><p>9:00–12:30`, 0},
		{"a span of times in an Arabic page", `<html lang=ar dir=rtl><p>السبت 9:00–12:30`, 1},
		{"the same in an element of its own", `<html lang=ar dir=rtl><p>السبت <bdi dir=ltr>9:00–12:30</bdi>`, 0},
		{"the same between isolating characters", "<html lang=ar dir=rtl><p>السبت \u20689:00–12:30\u2069", 0},
		{"the same in a German passage", `<html lang=ar dir=rtl><p lang=de dir=ltr>9:00–12:30`, 0},
		{"a single time, which stays as it is", `<html lang=ar dir=rtl><p>الساعة 19:30`, 0},
		{"a telephone number", `<html lang=ar dir=rtl><p>هاتف 0541 123-456`, 1},
		{"a telephone number from abroad", `<html lang=ar dir=rtl><p>هاتف +49 541 123456`, 1},
		{"a date", `<html lang=ar dir=rtl><p>12 يناير 2027`, 0},
		{"a mail address, which also is a web address", `<html lang=ar dir=rtl><p>x@example.org`, 2},
		{"a label for screen readers", `<html lang=ar dir=rtl><nav aria-label="9:00–12:30">`, 1},
		{"the description for search engines", `<html lang=ar dir=rtl><meta name=description content="0541 123-456">`, 1},
		{"what is for programs", `<html lang=ar dir=rtl><meta name=viewport content="0541 123-456">`, 0},
	} {
		if problems := question(parsed(t, row.page)); len(problems) != row.problems {
			t.Errorf("%s: %q", row.what, problems)
		}
	}
}

func parsed(t *testing.T, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}
