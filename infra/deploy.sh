#!/usr/bin/env bash
# Publishes the program, puts it into the function app, and then asks Event Grid to bring delivery reports to it.
# azd runs this after provisioning; by hand it wants AZURE_RESOURCE_GROUP, FUNCTION_APP_NAME, FUNCTION_APP_HOST, AZURE_KEY_VAULT_NAME and EVENT_TOPIC_NAME.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
for tool in dotnet az zip; do command -v "$tool" >/dev/null || { echo "$tool is missing. Install it and run 'azd provision' again." >&2; exit 1; }; done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# self-contained: the image of custom handlers brings no .NET of its own. Program and framework are compiled ahead as one, in a folder of its own:
# what is left of it in the project's would be taken for code compiled by itself
dotnet publish src/Husrum.Functions -c Release -r linux-x64 --self-contained -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true --artifacts-path "$work/build" -o "$work/published" -v q -nologo
"$work/published/Husrum.Functions" publish-functions "$work/app"
(cd "$work/app" && zip -qr ../app.zip .)
az functionapp deployment source config-zip --resource-group "$AZURE_RESOURCE_GROUP" --name "$FUNCTION_APP_NAME" --src "$work/app.zip" --output none

# Event Grid asks the address before it sends anything: the program has to be there
for _ in $(seq 60); do
  curl -fsS --max-time 10 "https://$FUNCTION_APP_HOST/health/ready" >/dev/null && break
  sleep 5
done
az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name delivery-reports --template-file infra/delivery-reports.bicep --output none \
  --parameters topicName="$EVENT_TOPIC_NAME" vaultName="$AZURE_KEY_VAULT_NAME" functionAppHost="$FUNCTION_APP_HOST" reportsAudience="${REPORTS_AUDIENCE:-}"
echo "Husrum runs at https://$FUNCTION_APP_HOST"
