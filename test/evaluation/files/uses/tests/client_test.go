package app

import "testing"

func TestName(t *testing.T) {
	want := "gpt-4o"
	if got := name(); got != want {
		t.Fatal(got)
	}
}
