package main

func main() {
	exec.Command("sh", "-c", "vllm serve Qwen/Qwen2.5-7B-Instruct").Run()
}
