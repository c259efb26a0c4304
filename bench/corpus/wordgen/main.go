// Command wordgen writes the word lists of bench/corpus from the JSON edition of the Unicode CLDR.
//
//	wordgen -o FOLDER NODE_MODULES
//
// NODE_MODULES holds the npm package cldr-annotations-full. Each list is the words that CLDR uses to describe signs and emoji in a
// language, the most frequent first, behind the function words that every text is full of.
package main

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// most is how many words a list has.
const most = 3500

func main() {
	log.SetFlags(0)
	output := flag.String("o", "words", "folder to write to")
	flag.Parse()
	if err := run(flag.Arg(0), *output); err != nil {
		log.Fatal("wordgen: ", err)
	}
}

func run(folder, output string) error {
	for lang, first := range functionWords() {
		descriptions, err := read(filepath.Join(folder, "cldr-annotations-full", "annotations", lang, "annotations.json"))
		if err != nil {
			return fmt.Errorf("reading the words of %s: %w", lang, err)
		}
		list := strings.Join(rank(strings.Fields(first), descriptions, scriptOf(lang)), "\n") + "\n"
		if err := os.WriteFile(filepath.Join(output, lang+".txt"), []byte(list), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// functionWords are the commonest words of each language, by hand, about in the order of their frequency.
func functionWords() map[string]string {
	return map[string]string{
		"de": "die der und in den das mit für ist von auf sie im ein eine nicht zu sich bei oder als auch an es werden aus können wird sind nach einen dem wir wie über haben zum ihre man noch zur wenn nur so dass vor einer hat aber mehr durch bis um alle kann",
		"en": "the and to of in a for is you with on that your or are it at be can as from we have this not by they an will if who about more all their also before when how our there what after which one has up no but out them was so its into",
		"ar": "في من على إلى أن مع عن هذا هذه التي الذي أو لا ما كل بعد قبل هو هي كان عند بين حتى يمكن إذا لم قد ثم أيضا كما غير هناك خلال بعض ذلك تلك لكن منذ حول لدى دون نحن أنت لها له به فيها أكثر",
		"uk": "і в на з що не до для та як за ви це або у про від є по можна якщо ми він вона вони також але коли при бути ще цей який яка які після перед між під час без через щоб так може ваш ваша всі тут там більше",
		"tr": "ve bir bu için ile de da olan olarak en çok daha ne gibi kadar sonra önce ya her var yok değil ise veya ama siz biz o ki mi nasıl göre olur oldu olabilir üzere sizin bizim hem arasında karşı üzerinde bütün bazı diye şey",
		"fr": "de la le les et des en à un une du pour que dans est vous par sur avec qui ne pas ce au plus il sont ou se votre nous cette aux si mais être comme leur elle tout même aussi ont peut sans après avant entre lors chez vos nos très",
	}
}

// scriptOf is the script a language's words are written in; other words are names and abbreviations.
func scriptOf(lang string) *unicode.RangeTable {
	switch lang {
	case "ar":
		return unicode.Arabic
	case "uk":
		return unicode.Cyrillic
	}
	return unicode.Latin
}

// read returns all names and keywords of a file of annotations, in a fixed order.
func read(path string) ([]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var file struct {
		Annotations struct {
			Annotations map[string]struct{ Default, TTS []string }
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	signs := file.Annotations.Annotations
	var all []string
	for _, sign := range slices.Sorted(maps.Keys(signs)) {
		all = append(append(all, signs[sign].Default...), signs[sign].TTS...)
	}
	return all, nil
}

// rank returns the words of descriptions by their frequency behind those that come first anyway, each in its commonest spelling.
func rank(first, descriptions []string, script *unicode.RangeTable) []string {
	spellings := map[string]map[string]int{}
	total := map[string]int{}
	for _, description := range descriptions {
		for _, word := range strings.FieldsFunc(description, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			if !usable(word, script) {
				continue
			}
			key := strings.ToLower(word)
			if spellings[key] == nil {
				spellings[key] = map[string]int{}
			}
			spellings[key][word]++
			total[key]++
		}
	}
	words := slices.Clone(first)
	for _, word := range first {
		delete(total, strings.ToLower(word))
	}
	keys := slices.SortedFunc(maps.Keys(total), func(a, b string) int {
		return cmp.Or(total[b]-total[a], cmp.Compare(sum(a), sum(b)), strings.Compare(a, b))
	})
	for _, key := range keys {
		words = append(words, slices.MaxFunc(slices.Sorted(maps.Keys(spellings[key])), func(a, b string) int { return spellings[key][a] - spellings[key][b] }))
	}
	return words[:min(most, len(words))]
}

// sum shuffles words of one frequency, always alike, so that neighbours in rank are not neighbours in the alphabet.
func sum(word string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(word))
	return h.Sum32()
}

// usable reports whether a word is one of the language: of its script alone, of two letters at least, no abbreviation.
func usable(word string, script *unicode.RangeTable) bool {
	foreign := func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(script, r) }
	if utf8.RuneCountInString(word) < 2 || strings.ContainsFunc(word, foreign) {
		return false
	}
	_, size := utf8.DecodeRuneInString(word)
	return !strings.ContainsFunc(word[size:], unicode.IsUpper)
}
