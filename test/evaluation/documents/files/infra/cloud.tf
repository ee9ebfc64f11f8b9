resource "aws_instance" "a" {
  user_data = <<-EOT
    #cloud-config
    write_files:
      - path: /etc/llm.env
        content: |
          MODEL_ID=meta-llama/Llama-3.1-8B-Instruct
  EOT
}

resource "aws_ecs_task_definition" "b" {
  container_definitions = <<DEFINITION
[{ "environment": [{ "name": "MODEL_ID", "value": "Qwen/Qwen2.5-7B-Instruct" }] }]
DEFINITION
}
