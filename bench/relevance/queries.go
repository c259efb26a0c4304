package main

import (
	"fmt"
	"os"
	"path"
	"strings"
)

// query is what somebody looks for, and what answers it.
type query struct {
	Lang    string `json:"lang"`
	Text    string `json:"text"`
	stratum string
	answers []string // <type>/<id>, a star for the rest of an id
}

// readQueries reads the file of judged queries.
func readQueries(name string) ([]query, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("reading the queries: %w", err)
	}
	return parseQueries(string(data))
}

func parseQueries(text string) (queries []query, err error) {
	sets := map[string][]string{}
	var group query
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			group.head(line)
			continue
		}
		if line == "" {
			continue
		}
		left, right, found := strings.Cut(line, " = ")
		answers, missing := expand(strings.Fields(right), sets)
		switch {
		case !found || len(answers) == 0:
			return nil, fmt.Errorf("line %d says nothing: %s", i+1, line)
		case missing != "":
			return nil, fmt.Errorf("line %d: there is no set %s", i+1, missing)
		case strings.HasPrefix(left, "@"):
			sets[left] = answers
		case group.Lang == "":
			return nil, fmt.Errorf("line %d stands in no group", i+1)
		default:
			queries = append(queries, query{group.Lang, strings.TrimSpace(left), group.stratum, answers})
		}
	}
	return queries, nil
}

// head reads the heading of a group, "# de exact". A comment of other than two words is none.
func (q *query) head(line string) {
	if words := strings.Fields(strings.TrimPrefix(line, "#")); len(words) == 2 && len(words[0]) == 2 {
		q.Lang, q.stratum = words[0], words[1]
	}
}

// expand puts sets in the place of their names; missing is the first that is not there.
func expand(words []string, sets map[string][]string) (keys []string, missing string) {
	for _, word := range words {
		switch set, known := sets[word]; {
		case known:
			keys = append(keys, set...)
		case strings.HasPrefix(word, "@"):
			missing = word
		default:
			keys = append(keys, word)
		}
	}
	return keys, missing
}

// answeredBy reports whether one of the first hits answers the query.
func (q query) answeredBy(hits []string) bool {
	for _, hit := range hits[:min(most, len(hits))] {
		for _, pattern := range q.answers {
			if matched, err := path.Match(pattern, hit); err == nil && matched {
				return true
			}
		}
	}
	return false
}

// unknownKeys are answers that no record is.
func unknownKeys(queries []query, keys []string) (unknown []string) {
	seen := map[string]bool{}
	for _, q := range queries {
		for _, pattern := range q.answers {
			if seen[pattern] {
				continue
			}
			seen[pattern] = true
			found := false
			for _, key := range keys {
				if matched, err := path.Match(pattern, key); err == nil && matched {
					found = true
					break
				}
			}
			if !found {
				unknown = append(unknown, pattern)
			}
		}
	}
	return unknown
}
