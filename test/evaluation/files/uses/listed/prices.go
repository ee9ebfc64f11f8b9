package billing

var pricePerMillion = map[string]float64{
	"gpt-4o":            2.5,
	"gpt-4o-mini":       0.15,
	"claude-3-opus-20240229": 15,
}
