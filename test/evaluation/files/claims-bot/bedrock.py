import json

import boto3

client = boto3.client("bedrock-runtime", region_name="eu-central-1")

TEXT = "eu.anthropic.claude-3-7-sonnet-20250219-v1:0"
EMBED = "amazon.titan-embed-text-v2:0"
PROFILE_ARN = "arn:aws:bedrock:us-west-2:111122223333:inference-profile/us.meta.llama3-3-70b-instruct-v1:0"
FOUNDATION = f"arn:aws:bedrock:{client.meta.region_name}::foundation-model/mistral.mistral-large-2402-v1:0"


def converse(prompt):
    return client.converse(modelId=TEXT, messages=[{"role": "user", "content": [{"text": prompt}]}])


def embed(text):
    r = client.invoke_model(modelId=EMBED, body=json.dumps({"inputText": text}))
    return json.loads(r["body"].read())["embedding"]


def image(prompt):
    return client.invoke_model(modelId="stability.sd3-5-large-v1:0", body=json.dumps({"prompt": prompt}))


def jamba(prompt):
    return client.invoke_model(modelId="ai21.jamba-1-5-mini-v1:0", body=json.dumps({"messages": prompt}))
