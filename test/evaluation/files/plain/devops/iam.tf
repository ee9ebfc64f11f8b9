data "aws_iam_policy_document" "invoke" {
  statement {
    effect  = "Allow"
    actions = ["bedrock:InvokeModel", "bedrock:Converse", "bedrock:ListFoundationModels"]
    resources = [
      "arn:aws:bedrock:*::foundation-model/*",
      "arn:aws:bedrock:eu-west-1:111122223333:guardrail/abcd1234",
      "arn:aws:bedrock:eu-west-1:111122223333:agent/AGENT12345",
      "arn:aws:iam::aws:policy/AmazonBedrockFullAccess",
      "arn:aws:s3:::titan-models-eu/*",
      "arn:aws:lambda:eu-west-1:111122223333:function:nova-lite-resizer",
    ]
  }
}

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.16"
}

resource "aws_ecr_repository" "claude" {
  name = "team/claude-proxy"
}
