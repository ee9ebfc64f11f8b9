repo := "user/repo"
model := "example/model"
img := "nvidia/cuda:12.1"
path := "llama/model.go"
