#!/usr/bin/env bash
# Makes the Entra application staff sign in by, after the first `azd up`: accounts of this directory only, no secret; the program's own identity stands for it.
# Run again, it mends what is there. It wants `az login` as somebody who may register applications, and azd's environment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
for tool in az azd; do command -v "$tool" >/dev/null || { echo "$tool is missing." >&2; exit 1; }; done
value() { azd env get-value "$1"; }
environment=$(value AZURE_ENV_NAME) host=$(value FUNCTION_APP_HOST) address=$(value PUBLIC_ADDRESS) identity=$(value IDENTITY_PRINCIPAL_ID)
tenant=$(az account show --query tenantId --output tsv)

name="husrum-$environment-staff"
client=$(az ad app list --filter "displayName eq '$name'" --query '[0].appId' --output tsv)
[[ -n $client ]] || client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --query appId --output tsv)
# e-mail addresses with the directory's word that it owns their domain: an address a guest's own directory made up is nobody's
az ad app update --id "$client" --web-redirect-uris "https://$host/.auth/login/aad/callback" "${address%/}/.auth/login/aad/callback" \
  --optional-claims '{"idToken":[{"name":"email"},{"name":"xms_edov"}]}'
az ad sp show --id "$client" --output none 2>/dev/null || az ad sp create --id "$client" --output none
if [[ -z $(az ad app federated-credential list --id "$client" --query "[?subject=='$identity'].name" --output tsv) ]]; then
  az ad app federated-credential create --id "$client" --output none --parameters \
    "{\"name\":\"husrum\",\"issuer\":\"https://login.microsoftonline.com/$tenant/v2.0\",\"subject\":\"$identity\",\"audiences\":[\"api://AzureADTokenExchange\"]}"
fi
azd env set STAFF_CLIENT_ID "$client"
echo "Staff can sign in by it after 'azd provision'. In Entra, 'Assignment required' on the enterprise application '$name' says who may try."
