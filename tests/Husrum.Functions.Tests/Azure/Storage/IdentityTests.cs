using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Core;
using Husrum.Core.Register;
using Husrum.Functions.Azure.Blobs;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Azure.Tables;
using Husrum.Functions.Embedded;
using Husrum.Functions.Tests.Azure.Tables;
using Husrum.Functions.Tests.Embedded;
using Husrum.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Functions.Tests.Azure.Storage;

/// <summary>Who the storage account takes the program for.</summary>
public sealed class IdentityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_identitys_token_opens_tables_and_blobs_and_another_does_not()
    {
        using var folder = new TempFolder();
        await WriteCertificateAsync(folder);
        await using var azurite = await AzuriteProcess.StartAsync(TimeSpan.FromSeconds(60), "--oauth", "basic", "--cert", folder.At("cert.pem"), "--key", folder.At("key.pem"));
        using var transport = new HttpClientTransport(new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator });
        var settings = new StorageSettings(azurite.Tables, azurite.Blobs);

        var register = await RegisterAsync(new Token(Audience: "https://storage.azure.com"));
        (await register.CommitAsync(new RegisterBatch("case:1").Insert("a", new Thing("one", 1)).Index("ix-things", "x", new Thing("i", 0)), Cancellation)).ShouldBe(CommitOutcome.Done);
        (await register.GetAsync<Thing>("case:1", "a", Cancellation))!.Value.Name.ShouldBe("one");
        var container = new BlobContainer(settings.Blobs, "husrum-documents", Pipeline(false, new Token("https://storage.azure.com")));
        await container.CreateAsync(Cancellation);
        var document = DocumentStoreConformance.Document("kvittering");
        await new BlobDocumentStore(container).PutAsync(document, Cancellation);
        (await new BlobDocumentStore(container).ExistsAsync(document.Sha256, Cancellation)).ShouldBeTrue();

        (await Should.ThrowAsync<StorageException>(() => RegisterAsync(new Token("https://elsewhere.example")))).Message.ShouldContain("40");

        async Task<TablesRegister> RegisterAsync(TokenCredential credential)
        {
            var table = new TableService(settings.Tables, "husrum", Pipeline(true, credential));
            await table.CreateAsync(Cancellation);
            return new TablesRegister(table, new RegisterJson(new Upcasters()), new Ids(new MachineRandom()), TimeProvider.System, NullLogger<TablesRegister>.Instance);
        }

        StoragePipeline Pipeline(bool isTable, TokenCredential credential) => StoragePipeline.Build(settings, isTable, credential, TableBench.Quick, transport);
    }

    [Theory]
    [InlineData("Storage:Key=aGVtbWVsaWc=;Storage:Account=husrum", "emulator")]
    [InlineData("Storage:Tables=http://konto.example;Storage:Blobs=http://konto.example", "https")]
    [InlineData("Storage:Tables=https://konto.example", "together")]
    [InlineData("Storage:Tables=konto;Storage:Blobs=konto", "no address")]
    [InlineData("Storage:Account=husrum;Storage:Name=Hus-rum", "small letters")]
    [InlineData("Storage:Key=aGVtbWVsaWc=;Storage:Tables=http://127.0.0.1:1;Storage:Blobs=http://127.0.0.1:2", "needs Storage:Account")]
    public void Settings_that_would_not_do_are_refused_in_a_sentence(string settings, string word)
    {
        var refusal = Should.Throw<StorageException>(() => Read(settings));
        refusal.Message.ShouldContain(word);
        refusal.Message.ShouldNotContain("aGVtbWVsaWc");
    }

    [Fact]
    public void An_accounts_name_is_enough()
    {
        var settings = Read("Storage:Account=husrumprod").ShouldNotBeNull();
        settings.ShouldBe(new StorageSettings(new Uri("https://husrumprod.table.core.windows.net"), new Uri("https://husrumprod.blob.core.windows.net")));
        Read("Messages:Gateway:Url=x").ShouldBeNull();
    }

    private static StorageSettings? Read(string settings) => StorageSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Split(';').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create<string, string?>(pair[0], pair[1]))).Build());

    private static async Task WriteCertificateAsync(TempFolder folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(folder.At("cert.pem"), certificate.ExportCertificatePem(), Cancellation);
        await File.WriteAllTextAsync(folder.At("key.pem"), key.ExportPkcs8PrivateKeyPem(), Cancellation);
    }

    // the emulator looks at what a token says, and not at who signed it
    private sealed class Token(string Audience) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            requestContext.Scopes.ShouldBe(["https://storage.azure.com/.default"]);
            var now = DateTimeOffset.UtcNow;
            var claims = $$"""{"aud":"{{Audience}}","iss":"https://sts.windows.net/11111111-1111-1111-1111-111111111111/","iat":{{now.AddMinutes(-1).ToUnixTimeSeconds()}},"nbf":{{now.AddMinutes(-1).ToUnixTimeSeconds()}},"exp":{{now.AddHours(1).ToUnixTimeSeconds()}}}""";
            return new AccessToken($"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part(claims)}.{Part("x")}", now.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));

        private static string Part(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
