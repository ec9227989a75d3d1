using Husrum.Core.Documents;
using Husrum.Functions.Azure.Blobs;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Tests.Azure.Storage;
using Husrum.Functions.Tests.Azure.Tables;
using Husrum.Testing;

namespace Husrum.Functions.Tests.Azure.Blobs;

/// <summary>Documents through a connection that misbehaves.</summary>
public sealed class BlobFaultTests(Azurite azurite) : IAsyncLifetime
{
    private FaultProxy _proxy = null!;
    private BlobDocumentStore _store = null!;
    private BlobDocumentStore _straight = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = await azurite.StartedAsync();
        var name = "c" + Guid.NewGuid().ToString("N");
        await BlobBench.Container(settings, name).CreateAsync(Cancellation);
        _proxy = await FaultProxy.StartAsync(settings.Blobs);
        _straight = new BlobDocumentStore(BlobBench.Container(settings, name));
        _store = new BlobDocumentStore(BlobBench.Container(settings with { Blobs = _proxy.Address }, name, TableBench.Quick with { AttemptTimeout = TimeSpan.FromSeconds(1) }));
    }

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    [Theory]
    [InlineData(Fault.CutMidRequest)]
    [InlineData(Fault.CutAfterAccept)]
    [InlineData(Fault.SilentAfterAccept)]
    [InlineData(Fault.Status500AfterAccept)]
    [InlineData(Fault.Status503)]
    [InlineData(Fault.Status429)]
    public async Task An_upload_that_was_cut_or_refused_is_there_whole_in_the_end(Fault fault)
    {
        var document = DocumentStoreConformance.Large(2_000_000);
        _proxy.Restart((number, _) => number <= 2 ? fault : Fault.None);
        await _store.PutAsync(document, Cancellation);
        (await ReadAsync(_straight, document)).ShouldBe(document.Content);
    }

    [Fact]
    public async Task An_upload_that_never_gets_through_leaves_no_part_of_a_document()
    {
        var document = DocumentStoreConformance.Large(2_000_000);
        _proxy.Restart((_, _) => Fault.CutMidRequest);
        await Should.ThrowAsync<StorageException>(() => _store.PutAsync(document, Cancellation));
        (await _straight.ExistsAsync(document.Sha256, Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_download_that_breaks_off_goes_on_where_it_was()
    {
        var document = DocumentStoreConformance.Large(3_000_000);
        await _straight.PutAsync(document, Cancellation);
        _proxy.Restart((number, _) => number <= 3 ? Fault.CutMidAnswer : Fault.None);
        (await ReadAsync(_store, document)).ShouldBe(document.Content);
        _proxy.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_download_that_keeps_breaking_off_is_an_error_and_no_shorter_document()
    {
        var document = DocumentStoreConformance.Large(3_000_000);
        await _straight.PutAsync(document, Cancellation);
        _proxy.Restart((_, _) => Fault.CutMidAnswer);
        await Should.ThrowAsync<IOException>(() => ReadAsync(_store, document));
    }

    private static async Task<byte[]> ReadAsync(BlobDocumentStore store, PreparedDocument document)
    {
        await using var stream = (await store.OpenAsync(document.Sha256, Cancellation)).ShouldNotBeNull();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }
}
