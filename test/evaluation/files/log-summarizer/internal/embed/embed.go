// Package embed computes vectors with a local ONNX model.
//
// The weights are those of sentence-transformers/all-MiniLM-L6-v2, converted with optimum.
package embed

import (
	"github.com/knights-analytics/hugot"
	"github.com/nlpodyssey/cybertron/pkg/models/bert"
	"github.com/nlpodyssey/cybertron/pkg/tasks"
)

const DefaultModelName = "KnightsAnalytics/all-MiniLM-L6-v2"

func Download(dir string) (string, error) {
	return hugot.DownloadModel("KnightsAnalytics/distilbert-base-uncased-finetuned-sst-2-english", dir, hugot.NewDownloadOptions())
}

func conf() *tasks.Config {
	return &tasks.Config{ModelsDir: "models", ModelName: "facebook/bart-large-cnn", HubAccessToken: ""}
}

var _ = bert.Model{}
