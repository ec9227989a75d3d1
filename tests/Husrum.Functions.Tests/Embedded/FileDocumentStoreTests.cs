using Husrum.Functions.Embedded;

namespace Husrum.Functions.Tests.Embedded;

public sealed class FileDocumentStoreTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly FileDocumentStore _store;

    public FileDocumentStoreTests() => _store = new FileDocumentStore(_temp.Path);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task What_is_kept_reads_back_and_once_is_enough()
    {
        var document = HomeBench.Document("kvittering");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _store.PutAsync(document, Cancellation), Cancellation)));
        (await ReadAsync(document.Sha256)).ShouldBe("kvittering");
        Directory.EnumerateFiles(_temp.Path, "*", SearchOption.AllDirectories).ShouldHaveSingleItem().ShouldEndWith($"{document.Sha256[..2]}{Path.DirectorySeparatorChar}{document.Sha256}");
    }

    [Fact]
    public async Task What_is_deleted_is_gone_also_twice_and_may_come_again()
    {
        var document = HomeBench.Document("kvittering");
        await _store.PutAsync(document, Cancellation);
        await _store.DeleteAsync(document.Sha256, Cancellation);
        await _store.DeleteAsync(document.Sha256, Cancellation);
        (await _store.ExistsAsync(document.Sha256, Cancellation)).ShouldBeFalse();
        (await _store.OpenAsync(document.Sha256, Cancellation)).ShouldBeNull();
        await _store.PutAsync(document, Cancellation);
        (await _store.ExistsAsync(document.Sha256, Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task One_being_read_may_be_deleted()
    {
        var document = HomeBench.Document("kvittering");
        await _store.PutAsync(document, Cancellation);
        await using var reading = (await _store.OpenAsync(document.Sha256, Cancellation)).ShouldNotBeNull();
        await _store.DeleteAsync(document.Sha256, Cancellation);
        new StreamReader(reading).ReadToEnd().ShouldBe("kvittering");
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/../aaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_address_is_not_found(string address)
    {
        (await _store.OpenAsync(address, Cancellation)).ShouldBeNull();
        (await _store.ExistsAsync(address, Cancellation)).ShouldBeFalse();
        await _store.DeleteAsync(address, Cancellation);
    }

    [Fact]
    public async Task A_write_that_was_cut_off_leaves_no_document()
    {
        var document = HomeBench.Document("kvittering");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => _store.PutAsync(document, cancelled.Token));
        Directory.EnumerateFiles(_temp.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private async Task<string> ReadAsync(string sha256)
    {
        await using var stream = (await _store.OpenAsync(sha256, Cancellation)).ShouldNotBeNull();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
