#!/bin/sh
# Uploads a bill of materials of the AI models of a folder to Dependency-Track, which makes the project if there is none.
#   DTRACK_URL=https://… DTRACK_KEY=… upload.sh PROJECT VERSION [FOLDER]
# The key needs the permissions BOM_UPLOAD and PROJECT_CREATION_UPLOAD.
set -eu
project=$1 version=$2 folder=${3:-.}
TOOL=${TOOL:-model-license-lens@0.1.0}
bom=$(mktemp -d)/bom.json

npx --yes "$TOOL" audit "$folder" --format cyclonedx --output "$bom" --fail-on never

# Dependency-Track keeps one license of a component, the first that it knows. Where a base model leaves less than what is
# declared, that would be the declared one: only what is in effect is sent.
node --eval '
  const { readFileSync, writeFileSync } = require("node:fs");
  const bom = JSON.parse(readFileSync(process.argv[1], "utf8"));
  for (const component of bom.components ?? []) {
    const inEffect = (component.licenses ?? []).filter(({ license }) => license?.acknowledgement === "concluded");
    if (inEffect.length > 0) component.licenses = inEffect;
  }
  writeFileSync(process.argv[1], JSON.stringify(bom));
' "$bom"

curl --fail-with-body --silent --show-error -X POST "$DTRACK_URL/api/v1/bom" -H "X-Api-Key: $DTRACK_KEY" \
  -F autoCreate=true -F "projectName=$project" -F "projectVersion=$version" -F "bom=@$bom"
