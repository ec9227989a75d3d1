using Husrum.Core.Documents;
using Husrum.Functions.Azure.Blobs;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Tests.Azure.Storage;
using Husrum.Testing;

namespace Husrum.Functions.Tests.Azure.Blobs;

public sealed class BlobDocumentStoreTests(Azurite azurite) : DocumentStoreConformance
{
    private BlobContainer _container = null!;

    [Fact]
    public async Task Bytes_that_are_not_those_of_the_address_are_an_error_and_no_document()
    {
        var document = Document("kvittering");
        await _container.PutAsync($"{document.Sha256[..2]}/{document.Sha256}", "kvittaring"u8.ToArray(), etag: null, Cancellation);
        await Should.ThrowAsync<DamagedDocumentException>(() => ReadAsync(document.Sha256));
    }

    [Fact]
    public async Task Nobody_reads_a_document_past_the_program()
    {
        var document = Document("kvittering");
        await Store.PutAsync(document, Cancellation);
        using var http = new HttpClient();
        var answer = await http.GetAsync($"{(await azurite.StartedAsync()).Blobs}/{_name}/{document.Sha256[..2]}/{document.Sha256}", Cancellation);
        ((int)answer.StatusCode).ShouldBeOneOf(401, 403, 404, 409);
    }

    private string _name = "";

    protected override async Task<IDocumentStore> OpenAsync()
    {
        _name = "c" + Guid.NewGuid().ToString("N");
        _container = BlobBench.Container(await azurite.StartedAsync(), _name);
        await _container.CreateAsync(Cancellation);
        return new BlobDocumentStore(_container);
    }

    protected override async Task<int> CountAsync()
    {
        var settings = await azurite.StartedAsync();
        var request = StoragePipeline.Build(settings, isTable: false).Request(global::Azure.Core.RequestMethod.Get, new Uri($"{settings.Blobs}/{_name}?restype=container&comp=list&include=uncommittedblobs"), "2023-11-03");
        using var answer = await StoragePipeline.Build(settings, isTable: false).SendAsync(request, Cancellation);
        answer.IsOk.ShouldBeTrue(answer.ErrorCode);
        return answer.Body.ToString().Split("<Blob>").Length - 1;
    }
}
