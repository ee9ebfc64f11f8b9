resource "aws_instance" "llama" { ami = "ami-1" instance_type = "g5.xlarge" tags = { Name = "llama-7b-server" } }
source = "terraform-aws-modules/vpc/aws"
required_providers { aws = { source = "hashicorp/aws" version = "~> 5" } }
